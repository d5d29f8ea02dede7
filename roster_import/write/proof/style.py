"""How a proof looks: on a screen, on a phone, in the dark, and on A4 in black and white."""

from __future__ import annotations

from roster_import.write.proof.markup import Html, raw

STYLE: Html = raw("""
:root{color-scheme:light dark;--ink:#16191d;--soft:#5a6370;--line:#d3d8de;--page:#f4f5f7;--card:#fff;--link:#0b5768;
--cloth:#f3f5f7;--edge:#4a525d;--print:#111418;--warn:#a34b00;--warnback:#fff6e6;--bad:#b01e16;--badback:#fdefee}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",
Arial,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 20px}
h1,h2,h3,h4,p,ul,dl,dd,table{margin:0;padding:0}
h1,h2,h3,h4{line-height:1.2;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
ul{list-style:none}
a{color:var(--link);text-underline-offset:2px}
bdi{white-space:pre-wrap}
.hid{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.shapes{position:absolute;width:0;height:0}

header{padding-top:36px}
.top{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:4px 24px}
h1{font-size:34px}
.stamp{color:var(--soft);font-size:15px}
.stamp b{color:var(--ink);font-weight:600}
.lead{margin-top:8px;max-width:44em;color:var(--soft)}
.said{margin-top:20px;padding:14px 18px;background:var(--card);border:1px solid var(--line);border-radius:10px}
.said.warning{border-color:var(--warn);background:var(--warnback)}
.said.error{border-color:var(--bad);background:var(--badback);border-width:2px}
.said h2{font-size:17px;display:flex;gap:8px;align-items:center}
.said p,.said ul{margin-top:6px}
.said .links{display:flex;flex-wrap:wrap;gap:6px 20px}
.said .links+ul,.said p+ul{margin-top:8px}
.said li+li{margin-top:5px}
.said .links li{margin:0}
.mark{width:1.1em;height:1em;flex:none;vertical-align:-.12em}
.sign{fill:none;stroke:currentColor;stroke-width:1.6;stroke-linejoin:round}
.bang{fill:currentColor}
.warning .mark,.warning h2,.problems .warning .what{color:var(--warn)}
.error .mark,.error h2,.problems .error .what{color:var(--bad)}
.place{color:var(--soft);font-weight:600}

.order{margin-top:40px;padding-top:28px;border-top:3px solid var(--ink)}
.order>h2{font-size:26px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr));gap:14px 28px;margin-top:16px}
.facts dt{font-size:13px;color:var(--soft)}
.facts div:first-child>dd{font-weight:650}
table{border-collapse:collapse}
.sum{margin-top:22px;width:100%;max-width:640px}
.sum th,.sum td{padding:6px 16px 6px 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line);
font-weight:400}
.sum td:last-child:not(.n),.sum th:last-child:not(.n){padding-left:20px;padding-right:0}
.sum thead th{font-size:13px;color:var(--soft)}
.sum .n{text-align:right;padding-right:0;padding-left:12px;white-space:nowrap}
.sum tfoot th,.sum tfoot td{font-weight:650;border-bottom:0}
.sum.wide{max-width:none}
.sum.wide td:last-child{min-width:8em}
.code{color:var(--soft);font-weight:400;font-size:.8em;letter-spacing:0}

.design{margin-top:36px}
.design h3{font-size:20px}
.sizes{display:block;margin-top:12px}
.sizes tbody{display:flex;flex-wrap:wrap;gap:6px}
.sizes tr{display:flex;border:1px solid var(--line);border-radius:7px;background:var(--card);overflow:hidden;
font-size:15px;line-height:1}
.sizes th{padding:7px 9px;font-weight:600;border-right:1px solid var(--line)}
.sizes td{padding:7px 10px}
.sizes .total{border-color:var(--ink)}
.sizes .total th{border-color:var(--ink)}
.sizes .total td{font-weight:650}
.shirts{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:12px;margin-top:16px}
.card{position:relative;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px;min-width:0}
.shirt{display:block;width:100%;height:auto;max-width:240px;margin:0 auto}
.cloth{fill:var(--cloth);stroke:var(--edge);stroke-width:1.6;stroke-linejoin:round}
.seam{fill:none;stroke:var(--edge);stroke-width:.8;stroke-opacity:.55;stroke-linecap:round}
.shirt text{text-anchor:middle;white-space:pre;fill:var(--print);font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",
"DejaVu Sans",sans-serif}
.shirt .n,.shirt .d{font-weight:700}
.shirt .e{fill:#5a6370}
.gap{fill:none;stroke:#5a6370;stroke-width:1;stroke-dasharray:4 3}
.cap{margin-top:8px;font-size:14px;line-height:1.4}
.who{font-weight:650;font-size:15px}
.who .nr{margin-right:.45em}
.none{color:var(--soft);font-weight:400;font-style:italic}
.much{display:flex;flex-wrap:wrap;gap:2px 8px;align-items:baseline;margin-top:2px}
.much b{border:1px solid currentColor;border-radius:4px;padding:0 5px;font-weight:650;font-size:13px}
.many{font-weight:650}
.small{font-size:12.5px;color:var(--soft)}
.kit{display:none}
.own{margin:4px 0}
.own div{display:flex;flex-wrap:wrap;gap:0 8px;align-items:baseline}
.own dt{font-size:12.5px;color:var(--soft)}
.own dd{font-weight:650;border:1px dashed var(--edge);border-radius:4px;padding:0 5px}
.tick{position:absolute;top:6px;right:6px;width:30px;height:30px;display:grid;place-items:center;cursor:pointer}
.tick input{appearance:none;width:17px;height:17px;margin:0;border:1.5px solid var(--edge);border-radius:3px;
background:var(--card);cursor:pointer}
.tick input:checked{background:var(--ink);border-color:var(--ink)}
.tick input:checked::before{content:"";display:block;width:4px;height:9px;margin:0 auto;border:solid var(--card);
border-width:0 2px 2px 0;transform:rotate(40deg)}
.tick input:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.card.wide{grid-column:span 2;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);
grid-template-rows:auto 1fr;gap:0 12px}
.card.warning{border-color:var(--warn);background:var(--warnback);border-left-width:6px}
.card.error{border-color:var(--bad);background:var(--badback);border-left-width:6px}
.refs{margin-top:4px;font-size:13px;font-weight:650;color:var(--warn)}
.refs.error{color:var(--bad)}
.refs a{color:inherit}
.notes{margin-top:14px;padding:12px 18px 14px;border:1px solid var(--line);border-radius:10px;background:var(--card);
font-size:14px}
.notes h4{margin:0 0 6px;font-size:15px;font-weight:650}
.notes .nr{display:inline-block;min-width:1.4em}
.notes li:target,.card:target{outline:3px solid var(--link);outline-offset:1px}
.about{display:block;padding-left:1.7em;color:var(--soft);font-size:13px}
.design>.said{margin-top:14px;font-size:14px}
.problems{white-space:pre-wrap}
.card .problems{grid-row:1/3;grid-column:2;font-size:13px;line-height:1.4}
.card .problems::before{content:"";float:right;width:26px;height:26px}
.problems li+li{margin-top:8px}
.problems .what{font-weight:650;white-space:nowrap}

.approve{margin-top:36px;padding:18px 20px 20px;border:2px solid var(--ink);border-radius:10px;background:var(--card)}
.approve h3{font-size:19px}
.approve p{margin-top:6px}
.approve ul{margin-top:10px;font-size:14px}
.approve li{margin-top:3px}
.approve li b{font-weight:650}
.approve .code{margin-right:.4em}
.lines{display:grid;grid-template-columns:2fr 1fr 2fr;gap:20px;margin-top:48px}
.lines div{border-top:1px solid var(--ink);padding-top:4px;font-size:13px;color:var(--soft)}
footer{margin-top:36px;padding-bottom:36px;font-size:13px;color:var(--soft)}
footer p{padding-top:12px;border-top:1px solid var(--line)}

@media (max-width:560px){
.sum.wide,.sum.wide thead,.sum.wide tbody{display:block}
.sum.wide tr{display:grid;grid-template-columns:minmax(0,1fr) 5em 5.5em;border-bottom:1px solid var(--line);padding:6px 0}
.sum.wide th,.sum.wide td{padding:0;border:0}
.sum.wide tr>:first-child,.sum.wide tr>:last-child:not(.n){grid-column:1/-1;padding:0}
.sum.wide tbody th{font-weight:600}
.sum.wide thead th:first-child,.sum.wide thead th:last-child{display:none}
main,header,footer{padding-left:12px;padding-right:12px}
header{padding-top:22px}
h1{font-size:28px}
.order{margin-top:30px;padding-top:20px}
.order>h2{font-size:22px}
.facts{grid-template-columns:repeat(2,minmax(0,1fr));gap:12px 16px}
.shirts{grid-template-columns:repeat(2,minmax(0,1fr));gap:8px}
.card{padding:8px}
.lines{grid-template-columns:1fr;gap:44px}
.sum th,.sum td{padding-right:8px}
}
@media screen and (prefers-color-scheme:dark){
:root{--ink:#e9ebee;--soft:#a3acb8;--line:#38404a;--page:#14171b;--card:#1d2228;--link:#7fc6d8;--cloth:#e6eaee;--edge:#8d97a4;
--warn:#f0ab5c;--warnback:#2b2318;--bad:#ff9d95;--badback:#2f1c1b}
}
@page{size:A4;margin:12mm 12mm 14mm}
@media print{
:root{--page:#fff;--card:#fff;--warnback:#fff;--badback:#fff;--soft:#434a54;--line:#b3bac3;--link:#16191d;--cloth:#fff}
html,body{background:#fff}
body{font-size:10pt;line-height:1.4}
main,header,footer{max-width:none;padding:0 .4mm}
header{padding-top:0}
h1{font-size:22pt}
h2,h3{break-after:avoid}
a{text-decoration:none}
.stamp,.lead{font-size:10pt}
.lead{max-width:none;margin-top:1mm}
.said{margin-top:3mm;padding:2.4mm 4mm;break-inside:avoid-page}
.said h2{font-size:11pt}
.order{margin-top:5mm;padding-top:4mm}
.order+.order{break-before:page;margin-top:0}
.order>h2{font-size:17pt}
.facts{grid-template-columns:repeat(auto-fill,minmax(40mm,1fr));gap:2.5mm 5mm;margin-top:3mm;break-inside:avoid}
.facts dt,.sum thead th{font-size:8pt}
.sum{margin-top:4mm}
.sum tr,.sizes,.approve{break-inside:avoid}
.sum th,.sum td{padding-top:1mm;padding-bottom:1mm}
.design{margin-top:6mm}
.design h3{font-size:13pt}
.head{break-inside:avoid;break-after:avoid}
.sizes{margin-top:2mm}
.sizes tr{font-size:9pt}
.sizes th,.sizes td{padding:1.2mm 2mm}
.shirts{grid-template-columns:repeat(4,minmax(0,1fr));gap:3mm;margin-top:3mm}
.shirts.dense{grid-template-columns:repeat(5,minmax(0,1fr));gap:2.4mm}
.card{padding:1.6mm 2.2mm;border-radius:2mm;break-inside:avoid}
.card:target{outline:0}
.tick{top:1mm;right:1mm;width:6mm;height:6mm}
.tick input{width:4mm;height:4mm}
.cap{margin-top:1mm;font-size:8.5pt}
.much{margin:.4mm 0 .6mm}
.who{font-size:9.5pt}
.much b,.small,.own dt{font-size:8pt}
.several .kit{display:block}
.card .problems{font-size:8pt}
.card .problems::before{width:5.5mm;height:5mm}
.card.warning,.card.error{border-width:1.5pt;border-left-width:5pt}
.refs{font-size:8.5pt}
.notes{margin-top:3mm;padding:2mm 4mm 2.5mm;font-size:9pt}
.notes h4{font-size:9.5pt;break-after:avoid}
.notes li{break-inside:avoid}
.notes li:target{outline:0}
.about{font-size:8pt}
.design>.said{margin-top:2mm;font-size:9pt}
.approve{margin-top:8mm;padding:4mm 5mm;break-before:avoid}
.approve h3{font-size:12pt}
.approve ul{font-size:9pt}
.lines{grid-template-columns:2fr 1fr 2fr;gap:6mm;margin-top:15mm}
.lines div{font-size:8pt}
footer{margin-top:5mm;padding-bottom:0;font-size:8pt;break-before:avoid}
}
""")
