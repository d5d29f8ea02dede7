"""What Indonesian and Malay rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
INDONESIAN = Vocabulary(
    words={
        C.NUMBER: "nomor",
        C.JERSEY_NUMBER: """
            nomor_punggung no_punggung nomor_jersey no_jersey nomor_baju no_baju nomor_kaos no_kaos nombor_jersi no_jersi
            nombor_baju nomor_dada no_dada""",
        C.NAME: "nama",
        C.FIRST: "nama_depan",
        C.LAST: "nama_belakang nama_keluarga",
        C.WHOLE_NAME: "nama_lengkap nama_penuh",
        C.PLAYER: "pemain nama_pemain atlet nama_atlet peserta nama_peserta",
        C.MEMBER: "anggota nama_anggota siswa nama_siswa murid ahli pelajar",
        C.PRINT: "cetak dicetak sablon bordir cetakan",
        C.BACK: "punggung belakang",
        C.SIZE: "ukuran saiz",
        C.GARMENT: "baju kaos kaus jersi jersey_utama kemeja",
        C.OTHER_GARMENT: "celana celana_pendek seluar kaos_kaki stokin jaket topi sepatu kasut rompi",
        C.QUANTITY: "jumlah banyaknya bilangan qty_pcs helai",
        C.DESIGN: "produk barang",
        C.COLOUR: "warna",
        C.TEAM: "tim regu pasukan",
        C.CLUB: "klub kelab",
        C.PLAY: "posisi gol kaki_dominan",
        C.GUARDIAN: "wali nama_wali orang_tua orangtua ayah ibu pelatih jurulatih",
        C.CONTACT: "no_hp nomor_hp no_wa nomor_wa whatsapp telepon no_telepon no_telp telp alamat surel kota kode_pos",
        C.IDENTITY: "nik nisn nis ktp no_ktp",
        C.ROW_NUMBER: "no_urut nomor_urut urutan",
        C.BODY: "tinggi tinggi_badan berat berat_badan",
        C.DATE: "tanggal_lahir tgl_lahir tarikh_lahir tanggal tgl tarikh",
        C.AGE: "usia umur kelompok_umur",
        C.REMARK: "keterangan catatan",
        C.PAID: "pembayaran lunas bayar dibayar bayaran biaya",
        C.PERSONAL: "jenis_kelamin jantina sekolah kelas tempat_lahir agama",
    },
    yes_no="ya tidak",
    otherwise="tidak_pesan jangan_pesan batal sudah_punya",
    example="contoh",
    orders="pesan~ order~",
    already="sudah_punya",
)
