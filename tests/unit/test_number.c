/* Promises of lang/number, of what lang/locale knows of numbers, dates and times, and of the kinds that stand on both: what is marked,
 * and the texts that look like it and are right. With the shipped rules and profiles, without dictionaries. */
#include "lang/lang.h"
#include "lang/number.h"
#include "linted.h"

/* ---- what CLDR says ---- */

static void locales_write_numbers(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *tag;
        bool known;
        uint32_t decimal, group, smallest;
        bool sign_first, half_days;
        const char *date;
        char date_mark;
    } rows[] = {
        {"German", "de", true, ',', '.', 4, false, false, "dmy", '.'},
        {"Swiss German", "de-CH", true, '.', 0x2019, 4, true, false, "dmy", '.'},
        {"Austrian", "de-AT", true, ',', 0xA0, 4, true, false, "dmy", '.'},
        {"Brazilian", "pt-BR", true, ',', '.', 4, true, false, "dmy", '/'},
        {"Portuguese of Portugal", "pt-PT", true, ',', 0xA0, 5, false, false, "dmy", '/'},
        {"Filipino", "fil", true, '.', ',', 4, true, true, "mdy", '/'},
        {"Spanish", "es", true, ',', '.', 5, false, false, "dmy", '/'},
        {"Mexican", "es-MX", true, '.', ',', 4, true, false, "dmy", '/'},
        {"English", "en", true, '.', ',', 4, true, true, "mdy", '/'},
        {"Swedish", "sv", true, ',', 0xA0, 4, false, false, "ymd", '-'},
        {"more than one character between", "hu", true, ',', 0xA0, 4, false, false, "ymd", 0},
        {"neither full stop nor comma", "fa", false, 0, 0, 0, false, false, "", 0},
        {"an unknown language, whatever this machine speaks", "qqq", false, 0, 0, 0, false, false, "", 0},
        {"none", "und", false, 0, 0, 0, false, false, "", 0},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_figures f = {0};
        CHECK_NUMBER(r->promise, mtl_locale_figures(mtl_cstr(r->tag), &f), r->known);
        CHECK_NUMBER(r->promise, f.decimal, r->decimal);
        CHECK_NUMBER(r->promise, f.group, r->group);
        CHECK_NUMBER(r->promise, f.smallest, r->smallest);
        CHECK_NUMBER(r->promise, f.sign_first, r->sign_first);
        CHECK_NUMBER(r->promise, f.half_days, r->half_days);
        CHECK_STR(r->promise, mtl_cstr(f.date), mtl_cstr(r->date));
        CHECK_NUMBER(r->promise, (unsigned char)f.date_mark, (unsigned char)r->date_mark);
    }
}

static void regions_write_as_they_do(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *tag;
        uint32_t decimal, group;
        bool either;
    } rows[] = {
        {"the language itself, both ways", "es", ',', '.', true},
        {"a region without a file", "es-MX", '.', ',', false},
        {"one that writes as the language does", "es-ES", ',', '.', false},
        {"a region with a file", "pt-PT", ',', 0xA0, false},
        {"a language without a file", "tr", ',', '.', false},
    };
    mtl_arena arena = {0};
    mtl_langs langs;
    mtl_err err = {0};
    mtl_problems problems = {0};
    mtl_langs_init(&langs, &(mtl_lang_places){0}, &arena);
    const mtl_yaml *es = mtl_yaml_parse(MTL_LIT("lang.yml"), MTL_LIT("either-decimal: true\n"), &arena, &err);
    const mtl_yaml *pt = mtl_yaml_parse(MTL_LIT("lang.yml"), MTL_LIT("name: Portuguese\n"), &arena, &err);
    CHECK("files", es && pt && mtl_langs_add(&langs, MTL_LIT("es"), es, MTL_LIT("lang.yml"), &problems));
    CHECK("files", mtl_langs_add(&langs, MTL_LIT("pt"), pt, MTL_LIT("lang.yml"), &problems));
    CHECK("files", mtl_langs_add(&langs, MTL_LIT("pt-PT"), pt, MTL_LIT("lang.yml"), &problems));
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_lang *lang = mtl_langs_find(&langs, mtl_cstr(r->tag), &arena);
        CHECK_NUMBER(r->promise, mtl_lang_figures(lang)->decimal, r->decimal);
        CHECK_NUMBER(r->promise, mtl_lang_figures(lang)->group, r->group);
        CHECK_NUMBER(r->promise, lang->either_decimal, r->either);
    }
    mtl_arena_reset(&arena);
}

/* ---- reading and writing ---- */

static void marks_are_read_and_written(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *form;
        mtl_number_shape shape;
        char decimal;
        const char *tag, *written; /* NULL: not asked */
    } rows[] = {
        {"a point", "3.5", MTL_NUMBER_DECIMAL, '.', "de", "3,5"},
        {"a comma", "3,5", MTL_NUMBER_DECIMAL, ',', "en", "3.5"},
        {"three digits behind a zero", "0.125", MTL_NUMBER_DECIMAL, '.', "de", "0,125"},
        {"too many digits before it to be grouped", "1500.125", MTL_NUMBER_DECIMAL, '.', "de", "1500,125"},
        {"either", "1,500", MTL_NUMBER_OPEN, '.', "de", "1.500"},
        {"groups", "1,234,567", MTL_NUMBER_GROUPED, '.', "pt-BR", "1.234.567"},
        {"groups by a space", "1,234,567", MTL_NUMBER_GROUPED, '.', "pt-PT", "1\u00A0234\u00A0567"},
        {"too few digits for it", "1,234.5", MTL_NUMBER_FULL, '.', "pt-PT", "1234,5"},
        {"both", "1.234,56", MTL_NUMBER_FULL, ',', "fil", "1,234.56"},
        {"many groups", "1.234.567,8", MTL_NUMBER_FULL, ',', "de-CH", "1’234’567.8"},
        {"the head of a word", "3.5km", MTL_NUMBER_DECIMAL, '.', "de", "3,5"},
        {"a year", "2024", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"a date", "24.12.2024", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"a time", "10:30", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"a time and a part of a second", "9.58:30", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"a version", "3.11.7", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"an address", "192.168.100.200", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"groups of India", "12,34,567", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"a Swiss number", "10'000", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"groups that begin with a zero", "012,345,678", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"a mark that returns", "1,234.567,890", MTL_NUMBER_PLAIN, 0, NULL, NULL},
        {"no number", "km", MTL_NUMBER_PLAIN, 0, NULL, NULL},
    };
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_number n = mtl_number_read(mtl_cstr(r->form));
        CHECK_NUMBER(r->promise, n.shape, r->shape);
        CHECK_NUMBER(r->promise, (unsigned char)n.decimal, (unsigned char)r->decimal);
        mtl_figures figures;
        if (r->tag && mtl_locale_figures(mtl_cstr(r->tag), &figures))
            CHECK_STR(r->promise, mtl_number_write(mtl_cstr(r->form), &n, &figures, &arena), mtl_cstr(r->written));
    }
    mtl_arena_reset(&arena);
}

/* ---- in texts ---- */

/* Each bar in MARKED ends a finding; empty: there is none, by any rule of the numbers' family. */
static const struct row {
    const char *promise, *tag, *text, *marked;
} rows[] = {
    {"foreign marks", "de", "Der Bau kostet 12.5 Millionen Euro.", "12.5 Millionen|"},
    {"foreign marks", "de", "Die Firma ist 1.3 Mrd. Euro wert.", "1.3 Mrd|"},
    {"foreign marks", "de", "Der Umsatz fiel um 0.7 Prozent.", "0.7 Prozent|"},
    {"foreign marks", "de", "Die Quote liegt bei 4.25%.", "4.25%|"},
    {"foreign marks", "de", "Die Quote liegt bei 4.25 %.", "4.25 %|"},
    {"foreign marks", "de", "Ein Kaffee kostet dort 3.80 €.", "3.80 €|"},
    {"foreign marks", "de", "Er zahlte $2.75 dafür.", "$2.75|"},
    {"foreign marks", "de", "Er zahlte US$ 2.75 für die Milch.", "US$ 2.75|"},
    {"foreign marks", "de", "Sie lief 8.5 Kilometer am Fluss.", "8.5 Kilometer|"},
    {"foreign marks", "de", "Sie lief 8.5 km am Fluss.", "8.5 km|"},
    {"foreign marks", "de", "Sie lief 8.5km am Fluss.", "8.5km|"},
    {"foreign marks", "de", "Das Paket wiegt 2.25 kg und ist da.", "2.25 kg|"},
    {"foreign marks", "de", "Es sind 38.5 °C im Schatten.", "38.5 °C|"},
    {"foreign marks", "de", "Der Ort hat 1,204,300 Einwohner.", "1,204,300 Einwohner|"},
    {"foreign marks", "de", "Die Rechnung über 1,234.56 Euro ist da.", "1,234.56 Euro|"},
    {"foreign marks", "de", "Die Summe von 3,400,000 Euro fehlt.", "3,400,000 Euro|"},
    {"foreign marks", "de", "Das Haus kostet 450,000 Euro.", "450,000 Euro|"},
    {"foreign marks", "de", "Der Flug geht über 12,000 Kilometer.", "12,000 Kilometer|"},
    {"foreign marks", "de", "Der 1.5-Milliarden-Kredit ist da.", "1.5-Milliarden|"},
    {"foreign marks", "de", "Sie wuchs um 2.5 bis 3.5 Prozent.", "2.5|3.5 Prozent|"},
    {"foreign marks", "de", "Sie wuchs um 2.5–3.5 % im Jahr.", "2.5|3.5 %|"},
    {"foreign marks", "de", "Er besitzt (rund 7.8 Millionen Dollar) noch Land.", "7.8 Millionen|"},
    {"foreign marks", "de", "Es fehlen „nur 1.2 Millionen“ Dosen.", "1.2 Millionen|"},
    {"foreign marks", "de", "Mit 1.75 GB Speicher ist es knapp.", "1.75 GB|"},
    {"foreign marks", "de", "Der Ausstoß von +0.5 Grad reicht.", "0.5 Grad|"},
    {"foreign marks", "de", "Das sind EUR 14.90 im Monat.", "EUR 14.90|"},
    {"foreign marks", "de", "Das sind 14.90 EUR im Monat.", "14.90 EUR|"},
    {"foreign marks", "de", "Der Preis von €1,499.00 ist hoch.", "€1,499.00|"},
    {"foreign marks", "de", "Er ist 1.85 Meter groß.", "1.85 Meter|"},
    {"foreign marks", "de", "Sie legten 0.3 Prozentpunkte zu.", "0.3 Prozentpunkte|"},
    {"foreign marks", "de", "Die Wähler, 45.2 Prozent davon, kamen.", "45.2 Prozent|"},
    {"people come in whole numbers", "de", "Im Stadion saßen 42,500 Zuschauer.", "42,500 Zuschauer|"},
    {"no slip", "de", "Der Umsatz wuchs auf 3,5 Millionen Euro.", ""},
    {"no slip", "de", "Am 3.5. kommt er, am 24.12. geht er, am 6.9 war er da.", ""},
    {"no slip", "de", "Der Zug fährt um 10.30 Uhr und um 14.45 Uhr.", ""},
    {"no slip", "de", "Python 3.5 läuft mit HTTP 1.1 und USB 2.0.", ""},
    {"no slip", "de", "Version 3.5 GB ist ein Witz, Version 2.0 nicht.", ""},
    {"no slip", "de", "Siehe Abschnitt 3.5, Kap. 1.2, Tab. 4.1 und Abb. 2.3 im Anhang 5.1.", ""},
    {"no slip", "de", "§ 2.1 gilt, auch Art. 6.1 und Abs. 3.2.", ""},
    {"no slip", "de", "Das Spiel endete 6-4, 7.5 und 3:2.", ""},
    {"no slip", "de", "Die Datei liegt in /srv/1.5/20 und heißt bild_2.5.png.", ""},
    {"no slip", "de", "Der Wert `3.5 Prozent` steht im Code.", ""},
    {"no slip", "de", "Die Adresse 10.0.0.1 und 192.168.100.200 sind Rechner.", ""},
    {"no slip", "de", "ISBN 3.598.21500 und Telefon 01.234.567 sind Nummern.", ""},
    {"no slip", "de", "1.500 Menschen zahlten 1.234.567 Euro und 1.234,56 Dollar.", ""},
    {"no slip", "de", "Der Sprit kostet 1,659 Euro, der Marathon geht über 42,195 km.", ""},
    {"no slip", "de", "Der Kurs stieg auf 116,785 Yen und 1,125 Dollar.", ""},
    {"no slip", "de", "Auf Windows 8.1 reicht das, Web 2.0 ist vorbei.", ""},
    {"no slip", "de", "Das Modell 1.6 schlägt das Modell 2.0 in der Klasse 3.5.", ""},
    {"no slip", "de", "Die Punkte (1,2) und (3,45) liegen auf der Geraden y=2.5x.", ""},
    {"no slip", "de", "Bei 48.2082 liegt Wien, bei 16.3738 auch.", ""},
    {"no slip", "de", "3.5 Ergebnisse", ""},
    {"no slip", "de", "2.1 Ziele und 2.2 Wege", ""},
    {"no slip", "de", "Der Song heißt „It was $3.5 million and you have it all“ und ist alt.", ""},
    {"no slip", "de", "Am 12.5 Uhr wurde nichts; um 20.15 läuft der Film.", ""},
    {"no slip", "de", "Er wählte UKW 98.3 im Auto.", ""},
    {"no slip", "de", "Von 13.30 bis 18 Uhr ist auf.", ""},
    {"no slip", "de", "Das Erdbeben der Stärke 7.1 traf das Land.", ""},
    {"no slip", "de", "In 4.50 Minuten war sie da.", ""},
    {"no slip", "de", "Die Quote 5,25 zu 1,8 ist gut.", ""},
    {"no slip", "de", "Der 24.12.2024 war ein Dienstag.", ""},
    {"no slip", "de", "Im Netz 2.4G geht es, mit 5G auch.", ""},
    {"no slip", "de", "Die Norm 802.11 gilt.", ""},
    {"no slip", "de", "Die Nummern 100,200,300 sind gelistet.", ""},
    {"no slip", "de", "Er gewann 2,5 Sätze zu 1,5.", ""},
    {"no slip", "de", "Das kostet 50 Dollar, 5 Euro oder 7 %.", ""},
    {"no slip", "de", "Für 99,90 Euro gibt es 3,5 kg.", ""},
    {"no slip", "de", "Build 1.204 ist da, Release 3.1 auch.", ""},
    {"no slip", "de", "v3.5 und 3.5-beta laufen.", ""},
    {"no slip", "de", "Schritt 4.2: 5 Prozent wählen.", ""},
    {"no slip", "de", "Die Gruppen A1.2 und B2.1 lernen.", ""},
    {"no slip", "de", "Bis 9.58 lief er, dann 19.19.", ""},
    {"foreign marks", "pt", "A obra custa 12.5 milhões de reais.", "12.5 milhões|"},
    {"foreign marks", "pt", "A empresa vale 1.3 bilhão de dólares.", "1.3 bilhão|"},
    {"foreign marks", "pt", "A receita caiu 0.7 por cento.", "0.7 por cento|"},
    {"foreign marks", "pt", "A taxa está em 4.25%.", "4.25%|"},
    {"foreign marks", "pt", "A taxa está em 4.25 % agora.", "4.25 %|"},
    {"foreign marks", "pt", "Um café custa 3.80 €.", "3.80 €|"},
    {"foreign marks", "pt", "Ele pagou R$ 2.75 por isso.", "R$ 2.75|"},
    {"foreign marks", "pt", "Ele pagou US$ 2.75 por isso.", "US$ 2.75|"},
    {"foreign marks", "pt", "Ela correu 8.5 quilômetros na praia.", "8.5 quilômetros|"},
    {"foreign marks", "pt", "Ela correu 8.5 km na praia.", "8.5 km|"},
    {"foreign marks", "pt", "Ela correu 8.5km na praia.", "8.5km|"},
    {"foreign marks", "pt", "O pacote pesa 2.25 kg e chegou.", "2.25 kg|"},
    {"foreign marks", "pt", "São 38.5 °C na sombra.", "38.5 °C|"},
    {"foreign marks", "pt", "A cidade tem 1,204,300 habitantes.", "1,204,300 habitantes|"},
    {"foreign marks", "pt", "A conta de 1,234.56 euros chegou.", "1,234.56 euros|"},
    {"foreign marks", "pt", "A soma de 3,400,000 reais sumiu.", "3,400,000 reais|"},
    {"foreign marks", "pt", "A casa custa 450,000 euros.", "450,000 euros|"},
    {"foreign marks", "pt", "O voo passa de 12,000 quilômetros.", "12,000 quilômetros|"},
    {"foreign marks", "pt", "Cresceu de 2.5 a 3.5 por cento.", "2.5|3.5 por cento|"},
    {"foreign marks", "pt", "Cresceu 2.5–3.5% no ano.", "2.5|3.5%|"},
    {"foreign marks", "pt", "Ele tem (cerca de 7.8 milhões) em terras.", "7.8 milhões|"},
    {"foreign marks", "pt", "Faltam “só 1.2 milhão” de doses.", "1.2 milhão|"},
    {"foreign marks", "pt", "Com 1.75 GB de memória é pouco.", "1.75 GB|"},
    {"foreign marks", "pt", "A febre de 39.5 graus passou.", "39.5 graus|"},
    {"foreign marks", "pt", "São EUR 14.90 por mês.", "EUR 14.90|"},
    {"foreign marks", "pt", "São 14.90 EUR por mês.", "14.90 EUR|"},
    {"foreign marks", "pt", "O preço de €1,499.00 é alto.", "€1,499.00|"},
    {"foreign marks", "pt", "Ele tem 1.85 metro de altura.", "1.85 metro|"},
    {"foreign marks", "pt", "Subiram 0.3 pontos percentuais.", "0.3 pontos percentuais|"},
    {"foreign marks", "pt", "Dos eleitores, 45.2 por cento foram.", "45.2 por cento|"},
    {"foreign marks", "pt", "A dívida é de 7.1 biliões de ienes.", "7.1 biliões|"},
    {"no slip", "pt", "A receita subiu para 3,5 milhões de euros.", ""},
    {"no slip", "pt", "Em 22.9 ele chega; em 24.12 ele vai.", ""},
    {"no slip", "pt", "O trem sai às 10.30 e às 14.45.", ""},
    {"no slip", "pt", "Python 3.5 usa HTTP 1.1 e USB 2.0.", ""},
    {"no slip", "pt", "A versão 5.1 é nova, a versão 2.0c não.", ""},
    {"no slip", "pt", "Veja o capítulo 3.5, a seção 1.2 e a tabela 4.1.", ""},
    {"no slip", "pt", "O artigo 6.1 e o item 3.2 valem; § 2.1 também.", ""},
    {"no slip", "pt", "O jogo acabou em 6-4, e o set em 7.5.", ""},
    {"no slip", "pt", "O arquivo fica em /srv/1.5/20 e é foto_2.5.png.", ""},
    {"no slip", "pt", "O valor `3.5 milhões` está no código.", ""},
    {"no slip", "pt", "Os endereços 10.0.0.1 e 192.168.100.200 são máquinas.", ""},
    {"no slip", "pt", "O CPF 123.456.789-00 e o telefone 11.234.567 são números.", ""},
    {"no slip", "pt", "1.500 pessoas pagaram 1.234.567 reais e 1.234,56 dólares.", ""},
    {"no slip", "pt", "O litro custa 1,659 euro, a maratona tem 42,195 km.", ""},
    {"no slip", "pt", "O dólar foi a 5,125 reais e o iene a 116,785.", ""},
    {"no slip", "pt", "No Windows 8.1 basta; a Web 2.0 passou.", ""},
    {"no slip", "pt", "O carro com motor 1.6 vence o modelo 2.0.", ""},
    {"no slip", "pt", "Os pontos (1,2) e (3,45) estão na reta y=2.5x.", ""},
    {"no slip", "pt", "Em 48.2082 fica Viena.", ""},
    {"no slip", "pt", "3.5 Resultados", ""},
    {"no slip", "pt", "2.1 Metas e 2.2 Meios", ""},
    {"no slip", "pt", "A canção “It was $3.5 million and you have it all” é velha.", ""},
    {"no slip", "pt", "A rádio 98.3 toca samba.", ""},
    {"no slip", "pt", "Das 13.30 às 18 horas está aberto.", ""},
    {"no slip", "pt", "Em 10/10/1994 e em 28/3 houve festa.", ""},
    {"no slip", "pt", "O terremoto de magnitude 7.1 foi forte.", ""},
    {"no slip", "pt", "A rede 2.4G é lenta, a 5G não.", ""},
    {"no slip", "pt", "A norma 802.11 vale.", ""},
    {"no slip", "pt", "Os números 100,200,300 estão na lista.", ""},
    {"no slip", "pt", "Custa 50 dólares, 5 euros ou 7%.", ""},
    {"no slip", "pt", "Por 99,90 euros há 3,5 kg.", ""},
    {"no slip", "pt", "v3.5 e 3.5-beta funcionam.", ""},
    {"no slip", "pt", "O passo 4.2: escolha 5 por cento.", ""},
    {"no slip", "pt", "O peso-pesado passa de 86,183 quilos.", ""},
    {"no slip", "pt", "Com 10,017'' de avanço, venceu; o outro a 3,040''.", ""},
    {"no slip", "pt", "Lei n.º 9.504, de 1997, art. 2.1.", ""},
    {"no slip", "pt", "São 1.234 páginas e 250.000 exemplares.", ""},
    {"no slip", "pt", "O nível 3.5 do jogo é duro.", ""},
    {"no slip", "pt", "Bíblia: Marcos 3.5 e João 3.16.", ""},
    {"no slip", "pt", "A média desceu para 4,949 por cento.", ""},
    {"foreign marks", "fil", "Umabot sa 12,5 milyon ang gastos.", "12,5 milyon|"},
    {"foreign marks", "fil", "Umabot sa 12,5 milyong piso ang gastos.", "12,5 milyong|"},
    {"foreign marks", "fil", "Ang kompanya ay may 1,3 bilyon na kita.", "1,3 bilyon|"},
    {"foreign marks", "fil", "Bumaba ito nang 0,7 porsiyento.", "0,7 porsiyento|"},
    {"foreign marks", "fil", "Nasa 4,25% ang interes.", "4,25%|"},
    {"foreign marks", "fil", "Nasa 4,25 % ang interes.", "4,25 %|"},
    {"foreign marks", "fil", "Ang kape ay ₱85,50 doon.", "₱85,50|"},
    {"foreign marks", "fil", "Ang kape ay Php 85,50 doon.", "Php 85,50|"},
    {"foreign marks", "fil", "Nagbayad siya ng $2,75 para rito.", "$2,75|"},
    {"foreign marks", "fil", "Tumakbo siya nang 8,5 kilometro.", "8,5 kilometro|"},
    {"foreign marks", "fil", "Tumakbo siya nang 8,5 km sa dagat.", "8,5 km|"},
    {"foreign marks", "fil", "Tumakbo siya nang 8,5km sa dagat.", "8,5km|"},
    {"foreign marks", "fil", "May bigat itong 2,25 kg ngayon.", "2,25 kg|"},
    {"foreign marks", "fil", "Umabot sa 38,5 °C ang init.", "38,5 °C|"},
    {"foreign marks", "fil", "May 1.204.300 katao sa lungsod.", "1.204.300 katao|"},
    {"foreign marks", "fil", "Ang bayad ay 1.234,56 piso.", "1.234,56 piso|"},
    {"foreign marks", "fil", "Nawala ang ₱3.400.000 sa bangko.", "₱3.400.000|"},
    {"foreign marks", "fil", "Ang bahay ay ₱450.000 lamang.", "₱450.000|"},
    {"foreign marks", "fil", "Ang biyahe ay 12.000 kilometro.", "12.000 kilometro|"},
    {"foreign marks", "fil", "Lumago ito nang 2,5–3,5% ngayong taon.", "2,5|3,5%|"},
    {"foreign marks", "fil", "May (halos 7,8 milyon) siyang lupa.", "7,8 milyon|"},
    {"foreign marks", "fil", "Kulang ng “1,2 milyon” na bakuna.", "1,2 milyon|"},
    {"foreign marks", "fil", "Kulang ang 1,75 GB na memorya.", "1,75 GB|"},
    {"foreign marks", "fil", "Nasa 39,5 degrees ang lagnat niya.", "39,5 degrees|"},
    {"foreign marks", "fil", "Ang halaga ay PHP 14,90 bawat buwan.", "PHP 14,90|"},
    {"foreign marks", "fil", "Ang halaga ay 14,90 PHP bawat buwan.", "14,90 PHP|"},
    {"foreign marks", "fil", "Ang presyo ay €1.499,00 ngayon.", "€1.499,00|"},
    {"foreign marks", "fil", "Siya ay 1,85 metro ang taas.", "1,85 metro|"},
    {"foreign marks", "fil", "Lumago ito mula 2,5 hanggang 3,5 porsiyento.", "2,5|3,5 porsiyento|"},
    {"foreign marks", "fil", "Tinatayang 45,2 porsyento ang bumoto.", "45,2 porsyento|"},
    {"foreign marks", "fil", "Ang utang ay 7,1 trilyon na piso.", "7,1 trilyon|"},
    {"no slip", "fil", "Umabot sa 3.5 milyong piso ang kita.", ""},
    {"no slip", "fil", "Nasa 15 porsiyento o 15% ito, at 4.25% ngayon.", ""},
    {"no slip", "fil", "Umalis siya nang 8:30 ng umaga.", ""},
    {"no slip", "fil", "Python 3.5 at HTTP 1.1 ang gamit, pati USB 2.0.", ""},
    {"no slip", "fil", "Bersyon 5,1 ng ulat ito.", ""},
    {"no slip", "fil", "Tingnan ang seksyon 3,5 at kabanata 1,2.", ""},
    {"no slip", "fil", "Ang mga pahina 3,5 at 7 ay nawawala.", ""},
    {"no slip", "fil", "Natapos ang laro sa 6-4, 7-5.", ""},
    {"no slip", "fil", "Nasa /srv/1,5/20 ang larawan.", ""},
    {"no slip", "fil", "Ang `3,5 milyon` ay nasa code.", ""},
    {"no slip", "fil", "Ang 192.168.100.200 ay isang computer.", ""},
    {"no slip", "fil", "Ang 10.0.0.1 din.", ""},
    {"no slip", "fil", "May 1,500 katao at ₱1,234.56 sa bangko.", ""},
    {"no slip", "fil", "Ang ₱1,234,567 ay malaki, at ₱500 ay maliit.", ""},
    {"no slip", "fil", "P2.4 bilyon ang badyet, P500 ang multa.", ""},
    {"no slip", "fil", "Ang gasolina ay 56.125 piso bawat litro.", ""},
    {"no slip", "fil", "Ang palitan ay 56.785 piso sa dolyar.", ""},
    {"no slip", "fil", "Ang marathon ay 42.195 km.", ""},
    {"no slip", "fil", "Hunyo 12, 2025 at ika-12 ng Hunyo.", ""},
    {"no slip", "fil", "Noong 1995,1996 at 1997 ito nangyari.", ""},
    {"no slip", "fil", "Ang mga puntong (1,2) at (3,45) ay nasa guhit.", ""},
    {"no slip", "fil", "3,5 Resulta", ""},
    {"no slip", "fil", "Magnitude 7.1 ang lindol.", ""},
    {"no slip", "fil", "Sa channel 2 at radyo 98.3 ito.", ""},
    {"no slip", "fil", "Ang numero 100,200,300 ay nasa listahan.", ""},
    {"no slip", "fil", "35-anyos na siya.", ""},
    {"no slip", "fil", "Alas-8 ng umaga, o 8:30 a.m., o 5 p.m.", ""},
    {"no slip", "fil", "Ang 21st century at ang 4th round ay narito.", ""},
    {"no slip", "fil", "Tumakbo siya nang 5 kilometro at 8.5 km.", ""},
    {"no slip", "fil", "Nanalo sila, 98-95, sa ika-3 laro.", ""},
    {"no slip", "fil", "Umabot sa 250,000 ang lumikas.", ""},
    {"no slip", "fil", "Umabot sa 1,000 hanggang 1,500 ang dumalo.", ""},
    {"no slip", "fil", "v3.5 at 3.5-beta ang gumagana.", ""},
    {"no slip", "fil", "Ang kanta ay “Es kostet 3,5 Millionen und wir sind da mit der Frau”.", ""},
    {"no slip", "fil", "Blg. 3,5 ng serye ito.", ""},
    {"no slip", "fil", "12/24/2024 ang petsa.", ""},
    {"no slip", "fil", "Republic Act 9,504 ito.", ""},
    {"no slip", "fil", "Si Juan 3:16 ang talata.", ""},
    {"no slip", "fil", "Ang grado niya ay 1.25 sa klase.", ""},
    {"no slip", "fil", "20 talampakan ang alon, 40 milya ang layo.", ""},
    {"a region decides", "es-MX", "La obra costó 3.5 millones de pesos.", ""},
    {"and against the other", "es-MX", "La obra costó 3,5 millones de pesos.", "3,5 millones|"},
    {"without a region both are right", "es", "La obra costó 3.5 millones de pesos y no 3,5 millones.", ""},
    {"but a document keeps to one", "es",
     "Son 1.2 millones, 2.3 millones, 3.4 millones, 4.5 millones y 5.6 millones.\n\nY luego, al final, 3,5 millones de pesos.",
     "3,5 millones|"},
    {"Swiss money and Swiss numbers", "de-CH", "Das kostet 12.50 Euro, und der Umsatz stieg auf 3,5 Millionen.", ""},
    {"Austria writes as Germany", "de-AT", "Der Umsatz stieg auf 3.5 Millionen Euro.", "3.5 Millionen|"},
    {"a document that writes thousands so", "de",
     "Die Stadt zählt 1,204,300 Menschen.\n\nDas Buch kostet 1,500 Euro und wiegt 2,250 g.",
     "1,204,300 Menschen|1,500 Euro|2,250 g|"},
    {"a document that does not", "de", "Die Stadt wuchs um 3,5 Prozent.\n\nDas Pulver kostet 1,500 Euro und wiegt 2,250 g.", ""},
    {"a lone number needs others", "de",
     "Es sind 12.5 Prozent, 13.5 Prozent, 14.5 Prozent, 15.5 Prozent.\n\nDer Schnitt liegt bei 7.85 je Kopf.",
     "12.5 Prozent|13.5 Prozent|14.5 Prozent|15.5 Prozent|7.85|"},
    {"and is no time or date then", "de",
     "Es sind 12.5 Prozent, 13.5 Prozent, 14.5 Prozent, 15.5 Prozent.\n\nAm Montag um 10.30 geht es los, bis 6.9 bleibt es so, mit "
     "iOS 9.3 an Bord.",
     "12.5 Prozent|13.5 Prozent|14.5 Prozent|15.5 Prozent|"},
    {"a language without a file", "tr", "Nüfus 1,234,567 kişi.", "1,234,567|"},
    {"French groups with spaces", "fr", "La ville compte 1,234,567 habitants.", "1,234,567 habitants|"},
};

static void numbers_are_judged(void **state)
{
    (void)state;
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    mtl_arena arena = {0};
    const char *category = "number-format";
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_config config = {.language = r->tag, .select = &category, .nselect = 1};
        mtl_session *session = open_session(rules, &config);
        mtl_report *report = lint(session, r->text);
        const mtl_report_info *info = mtl_report_read(report);
        mtl_str marked = {0};
        for (uint32_t i = 0; i < info->nfindings; i++)
            marked = mtl_str_format(&arena, "%.*s%.*s|", MTL_FMT(marked), (int)info->findings[i].at.len,
                                    r->text + info->findings[i].at.at);
        const mtl_str promise = mtl_str_format(&arena, "%s: %s", r->promise, r->text);
        CHECK_STR(promise.p, marked, mtl_cstr(r->marked));
        mtl_report_free(report);
        mtl_session_free(session);
    }
    mtl_arena_reset(&arena);
    mtl_ruleset_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(locales_write_numbers),
        cmocka_unit_test(regions_write_as_they_do),
        cmocka_unit_test(marks_are_read_and_written),
        cmocka_unit_test(numbers_are_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
