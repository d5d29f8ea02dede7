"""A workbook with everything openpyxl's load-and-save loses, written by hand part by part; and ways to look into one."""

# ruff: noqa: E501 - the parts are long, as they are in a workbook

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

ROSTER = f"""{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{{0F}}"><sheetPr codeName="Sheet1"><tabColor theme="4"/></sheetPr><dimension ref="A1:F5"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.4" x14ac:dyDescent="0.3"/><cols><col min="1" max="2" width="18.5" style="1" customWidth="1"/><col min="7" max="16384" width="9.1" hidden="1"/></cols><sheetData><row r="1" spans="1:6" ht="22" customHeight="1" x14ac:dyDescent="0.3"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1" s="2" t="s"><v>1</v></c><c r="C1" s="2" t="inlineStr"><is><t>Size</t></is></c><c r="D1" s="2" t="str"><v>Qty</v></c><c r="E1" s="2" t="inlineStr"><is><t>Twice</t></is></c><c r="F1" s="2"/></row>
<row r="2" spans="1:6"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c><c r="C2" t="inlineStr"><is><r><rPr><b/></rPr><t>M</t></r><r><t xml:space="preserve"> or L</t></r></is></c><c r="D2"><v>2</v></c><c r="E2"><f t="shared" ref="E2:E5" si="0">D2*2</f><v>4</v></c><c r="F2" t="e" vm="1"><v>#VALUE!</v></c></row>
<row r="3" spans="1:6"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>7</v></c><c r="D3"><v>3</v></c><c r="E3"><f t="shared" si="0"/><v>6</v></c></row><row r="5" spans="1:6" s="1" customFormat="1"><c r="A5" t="b"><v>1</v></c><c r="D5"><v>5</v></c><c r="E5"><f t="shared" si="0"/><v>10</v></c></row></sheetData><sheetProtection sheet="1" objects="1"/><autoFilter ref="A1:E5"/><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells><conditionalFormatting sqref="D2:D5"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{{B025F937-C7B1-47D3-B67F-A62EFF666E3E}}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:id>{{DA7ABA51-AAAA-BBBB-0001-000000000001}}</x14:id></ext></extLst></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="C2:C5"><formula1>"S,M,L"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A2" r:id="rId5"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="portrait" r:id="rId6"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1025" r:id="rId4" name="Button 1"><controlPr print="0" macro="[0]!go"/></control></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent><tableParts count="1"><tablePart r:id="rId7"/></tableParts><extLst><ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{{DA7ABA51-AAAA-BBBB-0001-000000000001}}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>D2:D5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Order!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B5</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Roster!D2:D5</xm:f><xm:sqref>F3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>"""

WORKBOOK = f"""{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/><workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000" firstSheet="1" activeTab="1"/></bookViews><sheets><sheet name="Order" sheetId="3" r:id="rId2"/><sheet name="Roster" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="7" state="hidden" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">Roster!$A$1:$F$5</definedName><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">Roster!$A$1:$E$5</definedName><definedName name="sizes" localSheetId="2">Lists!$A$1:$A$3</definedName><definedName name="team">Order!$B$1</definedName></definedNames><calcPr calcId="191029"/><extLst><ext uri="{{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}}" xmlns:xcalcf="http://schemas.microsoft.com/office/spreadsheetml/2018/calcfeatures"><xcalcf:calcFeatures><xcalcf:feature name="microsoft.com:RD"/></xcalcf:calcFeatures></ext></extLst></workbook>"""

STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="12"/><color rgb="FFFF0000"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right/><top/><bottom style="double"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center"/><protection locked="0"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs><tableStyles count="0"/></styleSheet>"""

COMMENTS = (
    f'{HEAD}<comments xmlns="{MAIN}"><authors><author>Coach</author><author>tc={{A}}</author></authors><commentList>'
    '<comment ref="B2" authorId="0" shapeId="0"><text><t>Call me</t></text></comment>'
    '<comment ref="B3" authorId="1" shapeId="0"><text><t>[Threaded comment]</t></text></comment>'
    "</commentList></comments>"
)
VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"/>'
    '<v:shape id="_x0000_s1025" type="#_x0000_t201"><div>Go<br></div><x:ClientData ObjectType="Button"/></v:shape>'
    '<v:shape id="_x0000_s1026" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>1</x:Row>'
    "<x:Column>1</x:Column></x:ClientData></v:shape>"
    '<v:shape id="_x0000_s1027" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>2</x:Row>'
    "<x:Column>1</x:Column></x:ClientData></v:shape></xml>"
)
DRAWING = (
    f'{HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/>'
    '<xdr:ext cx="9525" cy="9525"/><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Shape"/><xdr:cNvSpPr/></xdr:nvSpPr>'
    '<xdr:spPr><a:prstGeom prst="star5"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/>'
    f'</xdr:absoluteAnchor><xdr:absoluteAnchor><xdr:pos x="9" y="9"/><xdr:ext cx="9525" cy="9525"/><xdr:graphicFrame '
    'macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="Chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId2" '
    f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{OFFICE}"/></a:graphicData>'
    "</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>"
)
CHART = (
    f'{HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea>'
    '<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>'
    "<c:val><c:numRef><c:f>Roster!$D$2:$D$5</c:f></c:numRef></c:val></c:ser>"
    '<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/>'
    '<c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/>'
    '<c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>'
)
TABLE = (
    f'{HEAD}<table xmlns="{MAIN}" id="1" name="Table1" displayName="Table1" ref="A1:E5" totalsRowShown="0">'
    '<autoFilter ref="A1:E5"/><tableColumns count="5"><tableColumn id="1" name="Team"/><tableColumn id="2" name="Number"'
    '/><tableColumn id="3" name="Size"/><tableColumn id="4" name="Qty"/><tableColumn id="5" name="Twice">'
    "<calculatedColumnFormula>D2*2</calculatedColumnFormula></tableColumn></tableColumns></table>"
)
STRINGS = (
    f'{HEAD}<sst xmlns="{MAIN}" count="5" uniqueCount="4"><si><t>Team</t></si><si><t>Number</t></si><si><r><rPr><b/>'
    '<color rgb="FFFF0000"/></rPr><t>U</t></r><r><t>15</t></r></si><si><t>07</t></si></sst>'
)
CALC_CHAIN = f'{HEAD}<calcChain xmlns="{MAIN}"><c r="E2" i="1"/><c r="E3" i="1"/><c r="E5" i="1"/></calcChain>'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)
PLAIN_SHEET = (
    '{head}<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
)
MS = "http://schemas.microsoft.com/office/2017/10/relationships"


def relations(*entries: tuple[str, str]) -> str:
    """A part of relations rId1, rId2 … of these (type, target); a type without `http` is one of the standard's."""
    listed = "".join(
        f'<Relationship Id="rId{i}" Type="{kind if kind.startswith("http") else f"{OFFICE}/{kind}"}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for i, (kind, target) in enumerate(entries, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def types(overrides: dict[str, str]) -> str:
    """The list of types, for these parts and the usual extensions."""
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png",
        "vml": "application/vnd.openxmlformats-officedocument.vmlDrawing", "bin": "application/vnd.ms-office.vbaProject",
    }  # fmt: skip
    usual = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items())
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{usual}{listed}</Types>'


def parts() -> dict[str, bytes]:
    """The parts of the workbook, in their order."""
    drawn = "application/vnd.openxmlformats-officedocument.drawing"
    texts: dict[str, str | bytes] = {
        "[Content_Types].xml": types({
            "xl/workbook.xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            "xl/worksheets/sheet1.xml": f"{SHEET_TYPE}.worksheet+xml",
            "xl/worksheets/sheet2.xml": f"{SHEET_TYPE}.worksheet+xml",
            "xl/worksheets/sheet3.xml": f"{SHEET_TYPE}.worksheet+xml",
            "xl/styles.xml": f"{SHEET_TYPE}.styles+xml",
            "xl/sharedStrings.xml": f"{SHEET_TYPE}.sharedStrings+xml",
            "xl/calcChain.xml": f"{SHEET_TYPE}.calcChain+xml",
            "xl/comments1.xml": f"{SHEET_TYPE}.comments+xml",
            "xl/tables/table1.xml": f"{SHEET_TYPE}.table+xml",
            "xl/drawings/drawing1.xml": f"{drawn}+xml",
            "xl/charts/chart1.xml": f"{drawn}ml.chart+xml",
            "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
            "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
            "xl/ctrlProps/ctrlProp1.xml": "application/vnd.ms-excel.controlproperties+xml",
            "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        }),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml"), ("extended-properties", "docProps/app.xml")),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>Microsoft Excel</Application></Properties>',
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "/xl/worksheets/sheet2.xml"),
            ("worksheet", "worksheets/sheet3.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"),
            ("calcChain", "calcChain.xml"), (f"{MS}/person", "persons/person.xml"),
            ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
        ),
        "xl/worksheets/sheet1.xml": ROSTER,
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            ("drawing", "../drawings/drawing1.xml"), ("vmlDrawing", "../drawings/vmlDrawing1.vml"),
            ("comments", "../comments1.xml"), ("ctrlProp", "../ctrlProps/ctrlProp1.xml"),
            ("hyperlink", "https://club.example/"), ("printerSettings", "../printerSettings/printerSettings1.bin"),
            ("table", "../tables/table1.xml"), (f"{MS}/threadedComment", "../threadedComments/threadedComment1.xml"),
        ),
        "xl/worksheets/sheet2.xml": PLAIN_SHEET.format(head=HEAD, main=MAIN, text="Order"),
        "xl/worksheets/sheet3.xml": PLAIN_SHEET.format(head=HEAD, main=MAIN, text="S"),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": STRINGS,
        "xl/calcChain.xml": CALC_CHAIN,
        "xl/comments1.xml": COMMENTS,
        "xl/threadedComments/threadedComment1.xml": f'{HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/'
        'spreadsheetml/2018/threadedcomments"><threadedComment ref="B3" personId="{P}" id="{A}"><text>Hi</text>'
        "</threadedComment></ThreadedComments>",
        "xl/persons/person.xml": f'{HEAD}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
        'threadedcomments"><person displayName="Coach" id="{P}" userId="c" providerId="None"/></personList>',
        "xl/drawings/vmlDrawing1.vml": VML,
        "xl/drawings/drawing1.xml": DRAWING,
        "xl/drawings/_rels/drawing1.xml.rels": relations(("image", "../media/image1.png"), ("chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": CHART,
        "xl/media/image1.png": PNG,
        "xl/ctrlProps/ctrlProp1.xml": f'{HEAD}<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/'
        '2009/9/main" objectType="Button"/>',
        "xl/printerSettings/printerSettings1.bin": b"\x00\x01printer",
        "xl/tables/table1.xml": TABLE,
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros, as bytes that nobody looks into",
        "xl/_rels/vbaProject.bin.rels": relations(
            ("http://schemas.microsoft.com/office/2006/relationships/vbaProjectSignature", "vbaProjectSignature.bin")
        ),
        "xl/vbaProjectSignature.bin": b"signed",
    }  # fmt: skip
    return {name: text.encode() if isinstance(text, str) else text for name, text in texts.items()}


def packed(content: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts, in this order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for name, data in content.items():
            package.writestr(zipfile.ZipInfo(name), data, method)  # without a time of its own, as ours
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def featured() -> bytes:
    """The workbook with all the features."""
    return packed(parts())


def one_sheet(sheet: str, *, namespace: str = MAIN, office: str = OFFICE, styles: str | None = None) -> bytes:
    """The least workbook there can be around one sheet called Roster."""
    named = {
        "xl/workbook.xml": f"{SHEET_TYPE}.sheet.main+xml",
        "xl/worksheets/sheet1.xml": f"{SHEET_TYPE}.worksheet+xml",
    }
    related = [(f"{office}/worksheet", "worksheets/sheet1.xml")]
    extra: dict[str, bytes] = {}
    if styles is not None:
        named["xl/styles.xml"] = f"{SHEET_TYPE}.styles+xml"
        related.append((f"{office}/styles", "styles.xml"))
        extra["xl/styles.xml"] = styles.encode()
    workbook = (
        f'{HEAD}<workbook xmlns="{namespace}" xmlns:r="{office}"><sheets><sheet name="Roster" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>"
    )
    return packed({
        "[Content_Types].xml": types(named).encode(),
        "_rels/.rels": relations((f"{office}/officeDocument", "xl/workbook.xml")).encode(),
        "xl/workbook.xml": workbook.encode(),
        "xl/_rels/workbook.xml.rels": relations(*related).encode(),
        "xl/worksheets/sheet1.xml": sheet.encode(),
        **extra,
    })  # fmt: skip
