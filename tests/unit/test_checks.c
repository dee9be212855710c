/* Promises of the check kinds that are code: what they mark, and the hard good texts in which nothing is marked. With the shipped
 * rules and profiles, for a kind is only as good as they are; without dictionaries. */
#include "base/out.h"
#include "linted.h"
#include "text/source.h"

#include <stdio.h>

/* The beginning of a text that a machine wrote. */
#define TORN "Na segunda -feira e na terça -feira houve chuva. O vice -presidente viu o ex -ministro. A quinta -feira foi boa.\n\n"

/* One that nobody complains of. */
#define QUIET                                                                                                                       \
    "As três irmãs vendem pão, leite, queijo e frutas da região, e nos dias de feira também vendem peixe fresco, mel, flores " \
    "e cestos que elas fazem em casa durante o inverno, quando chove muito e ninguém sai à rua por muitos dias.\n\n"

static const struct row {
    const char *promise, *tag, *rule, *text, *marked; /* marked: each place and a bar; empty: nothing, by any rule */
} rows[] = {
    /* hyphen */
    {"a space before", "de", "all/split-hyphen", "Der US -Botschafter sprach in Wien.", "US -Botschafter|"},
    {"a chain is one", "de", "all/split-hyphen", "Die Open -Source -Lösung hält.", "Open -Source -Lösung|"},
    {"a chain that is half right", "de", "all/split-hyphen", "Der UN -Klima-Gipfel endet.", "UN -Klima-Gipfel|"},
    {"a suspended one that came loose", "de", "all/split-hyphen", "Es ging um Handels -und Zollfragen.", "Handels -und|"},
    {"the document's own spelling proves it", "de", "all/split-hyphen", "Die Hybrid-Pumpe läuft. Jede hybrid -pumpe hält.",
     "hybrid -pumpe|"},
    {"in Portuguese", "pt", "all/split-hyphen", "O museu reabre na quarta -feira.", "quarta -feira|"},
    {"a pronoun behind a verb", "pt", "all/split-hyphen", "Os vizinhos tentaram ajudá -lo ontem.", "ajudá -lo|"},
    {"in Filipino", "fil", "all/split-hyphen", "Nagsimula ang pag -uusap kahapon.", "pag -uusap|"},
    {"a numeral in Filipino", "fil", "all/split-hyphen", "Ginanap ito noong ika -12 ng Mayo.", "ika -12|"},
    {"two suspended ones", "de", NULL, "Die Ein- und Ausfuhr sowie Steuern und -abgaben ruhen.", ""},
    {"a dash", "de", NULL, "Der Weg - ein steiler Pfad - endet im Tal.", ""},
    {"dashes that cling inwards", "de", NULL, "Er kam -wie immer- zu spät zur Probe.", ""},
    {"dashes that cling inwards to names", "de", NULL, "Der neue Chef -Meier heißt er- kam zu spät.", ""},
    {"an option of a program", "de", NULL, "Mit rm -rf wird der Ordner gelöscht.", ""},
    {"options in a row", "de", NULL, "Der Aufruf lautet make -k -j auf allen Rechnern.", ""},
    {"an option is all there is", "de", NULL, "ls -l", ""},
    {"a long option follows", "de", NULL, "Der Aufruf GCC -Wall --help zeigt es.", ""},
    {"a suffix follows", "de", NULL, "Die Datei App -Debug.exe fehlt.", ""},
    {"degrees and ranges", "de", NULL, "Bei -18 Grad lagern, nie bei 18 -20 °C.", ""},
    {"doubled words in Filipino", "fil", NULL, "Araw-araw siyang nag-aaral sa aklatan.", ""},
    {"pronouns where they belong", "pt", NULL, "Tornou-se difícil ajudá-lo; dir-se-ia impossível.", ""},
    {"names in Finnish", "fi", NULL, "Hän katsoi Saturday Night Live -ohjelmaa.", ""},

    /* dash */
    {"an article is joined to nothing", "de", "all/collapsed-dash", "Er sagte ab-eine Entscheidung, die niemand verstand.",
     "ab-eine|"},
    {"in Portuguese", "pt", "all/collapsed-dash", "Ele recusou-uma decisão que ninguém entendeu.", "recusou-uma|"},
    {"in Filipino", "fil", "all/collapsed-dash", "Umalis siya-ngunit bumalik din agad.", "siya-ngunit|"},
    {"a compound around an article", "de", NULL, "Es war ein Kopf-an-Kopf-Rennen und eine Trial-and-Error-Suche.", ""},
    {"an article behind a verb's hyphen", "pt", NULL, "Ele viu-a na rua e deu-o ao irmão.", ""},

    /* repeat: words */
    {"a word twice", "de", "all/repeated-word", "Der Zug wartete vor vor dem Bahnhof.", "vor vor|"},
    {"a capital at the beginning", "de", "all/repeated-word", "Vor vor dem Tor steht niemand.", "Vor vor|"},
    {"in Portuguese", "pt", "all/repeated-word", "Os turistas voltaram ao ao hotel.", "ao ao|"},
    {"in Filipino", "fil", "all/repeated-word", "Pumunta sila sa sa palengke.", "sa sa|"},
    {"ng between a word and itself", "fil", "all/repeated-word", "Ang bata ay iyak ng iyak kagabi.", "iyak ng iyak|"},
    {"a thing of itself", "pt", "all/repeated-word", "Ele abriu a janela de janela.", "janela de janela|"},
    {"several in one", "pt", NULL, "O programa guarda uma lista de listas e listas de listas.", ""},
    {"what nobody knows, of itself", "pt", NULL, "O programa devolve zubras de zubras.", ""},
    {"a thing of another that is called so", "pt", NULL, "O programa devolve o valor de Valor.", ""},
    {"a name that ends in a preposition", "de", NULL, "Präsident Moon Jae-in in Seoul empfing ihn.", ""},
    {"relative pronouns", "de", NULL, "Es sind die Gäste, die die Suppe loben.", ""},
    {"a pronoun and its polite sister", "de", NULL, "Er fragte, ob sie Sie kenne.", ""},
    {"emphasis", "de", NULL, "„Nein, nein!“, rief sie. „Schnell, schnell!“", ""},
    {"reduplication", "fil", NULL, "Pagod na pagod siya, at lakad nang lakad ang bata.", ""},
    {"already, in Filipino", "fil", NULL, "Tapos na na ang klase.", ""},
    {"verb and pronoun", "pt", NULL, "Encontramo-nos nos dias de feira.", ""},

    /* repeat: phrases, loops, passages */
    {"a phrase twice", "de", "all/repeated-phrase", "Sie landete am frühen Morgen am frühen Morgen in Wien.",
     "am frühen Morgen am frühen Morgen|"},
    {"in Portuguese", "pt", "all/repeated-phrase", "Chegou na madrugada chegou na madrugada a Lima.",
     "Chegou na madrugada chegou na madrugada|"},
    {"in Filipino", "fil", "all/repeated-phrase", "Umalis ang barko sa madaling araw sa madaling araw.",
     "sa madaling araw sa madaling araw|"},
    {"a loop", "de", "all/repetition-loop", "Das Spiel war sehr sehr sehr sehr sehr sehr lang.", "sehr sehr sehr sehr sehr sehr|"},
    {"a loop with commas", "fil", "all/repetition-loop", "Tanong nila kung saan, kung saan, kung saan, kung saan, kung saan sila.",
     "kung saan, kung saan, kung saan, kung saan, kung saan|"},
    {"idioms of twos", "de", NULL, "Schritt für Schritt und Tag für Tag wurde es mehr und mehr.", ""},
    {"idioms in Portuguese", "pt", NULL, "Passo a passo, dia a dia, lado a lado, eles avançam.", ""},
    {"a phrase and a comma", "de", "all/repeated-phrase",
     "Das Land ist reich an Kohle und Erz, reich an Kohle und Erz seit jeher, sagt man dort.",
     "reich an Kohle und Erz, reich an Kohle und Erz|"},
    {"a refrain", "de", NULL, "„Das Wasser steigt im Keller, das Wasser steigt im Keller“, rief sie.", ""},
    {"a compound that goes round", "de", NULL, "Sie liefen Seite-an-Seite-an-Seite ins Ziel.", ""},
    {"very, in Filipino", "fil", NULL, "Nakita ko ang bulaklak na maganda na maganda.", ""},
    {"a cheer", "pt", NULL, "A torcida gritava: “Gol, gol, gol!”", ""},

    /* quote_pair */
    {"an opening mark", "de", "all/dangling-quote", "Sie sagte: „Es regnet seit Tagen.", "„Es regnet seit Tagen.|"},
    {"a closing mark", "de", "all/dangling-quote", "Es regnet seit Tagen“, sagte sie.", "Es regnet seit Tagen“|"},
    {"in Portuguese", "pt", "all/dangling-quote", "Ela disse: “Chove há dias.", "“Chove há dias.|"},
    {"in Filipino", "fil", "all/dangling-quote", "Sabi niya: “Umuulan na naman.", "“Umuulan na naman.|"},
    {"over paragraphs", "de", NULL, "„Es regnet seit Tagen.\n\nWir bleiben zu Hause“, sagte sie.", ""},
    {"opened again in each paragraph", "pt", NULL, "“Chove há dias.\n\n“Ficamos em casa”, disse ela.", ""},
    {"inches", "de", NULL, "Ein Bildschirm von 27\" genügt für den Schreibtisch.", ""},
    {"opened again by the closing mark", "pt", NULL, "«Chove há dias.\n\n»Ficamos em casa», disse ela.", ""},
    {"apostrophes", "fil", NULL, "Iba’t iba ang kulay, ’di ba?", ""},

    /* quote_style */
    {"straight among typographic ones", "de", "all/quote-style", "„Es war knapp“, sagte sie. Später hieß es: \"Wir hatten Glück.\"",
     "\"Wir hatten Glück.\"|"},
    {"English ones in German", "de", "all/quote-style", "Sie rief “Es war knapp” und lief nach Hause.", "“Es war knapp”|"},
    {"German ones in Portuguese", "pt", "all/quote-style", "Ela disse „Foi perto“ e voltou para casa.", "„Foi perto“|"},
    {"guillemets in Filipino", "fil", "all/quote-style", "Sabi niya «Muntik na» at umuwi na siya.", "«Muntik na»|"},
    {"straight ones throughout", "de", NULL, "\"Es war knapp\", sagte sie. \"Wir hatten Glück.\"", ""},
    {"code keeps its straight ones", "de", NULL, "Der Schalter \"--force\" löscht „alles“ sofort.", ""},
    {"others inside", "de", NULL, "„Er rief ‚Halt!‘ und lief“, sagte sie.", ""},
    {"double marks of another kind inside", "pt", NULL, "«Ele disse “pare” e saiu», contou ela.", ""},
    {"guillemets inside out", "de", NULL, "»Es war knapp«, sagte sie, »und spät.«", ""},
    {"Portuguese has two ways", "pt", NULL, "«Foi perto», disse ela. «Tivemos sorte.»", ""},

    /* mojibake */
    {"an umlaut", "de", "all/mojibake", "Der Zug nach MÃ¼nchen kommt.", "MÃ¼nchen|"},
    {"damaged twice", "de", "all/mojibake", "Der Zug nach MÃƒÂ¼nchen kommt.", "MÃƒÂ¼nchen|"},
    {"two in a word", "pt", "all/mojibake", "A estaÃ§Ã£o fica perto.", "estaÃ§Ã£o|"},
    {"in Filipino", "fil", "all/mojibake", "Nasa ParaÃ±aque ang opisina.", "ParaÃ±aque|"},
    {"where a decoder gave up", "de", "all/lost-character", "Der Zug nach M\xEF\xBF\xBDnchen kommt.", "\xEF\xBF\xBD|"},
    {"letters and signs beyond ASCII", "de", NULL, "São Paulo, Łódź und Århus; 20 °C, 5 £, §§ 3 bis 5.", ""},
    {"signs that would be a rare letter", "de", NULL, "Das Modell 3×™ heißt so.", ""},
    {"capitals in Portuguese", "pt", NULL, "NÃO É NADA: a Irmã Graça fica no 3.º andar.", ""},
    {"an ñ in Filipino", "fil", NULL, "Ang piña ay galing sa Dasmariñas.", ""},

    /* foreign */
    {"two words of English", "de", "all/english-words", "Geben Sie die required fields ein.", "required fields|"},
    {"an article that came along", "fil", "all/english-words", "Umalis the bystander patungong Cebu.", "the bystander|"},
    {"somebody goes on in English", "fil", NULL, "Kasi, if one thinks about it, tama siya.", ""},
    {"an order to a program", "de", NULL, "Danach wird mit xyzd flatten everything gelöscht.", ""},

    /* names */
    {"an abbreviation is right, however rare", "de", "all/name-variant",
     "Die Marola UI ist neu. Marola Ui lädt, und Marola Ui ist gratis.", "Ui|Ui|"},
    {"a letter that sounds like another", "pt", "all/name-variant", "Henrique Tavoso avisou. Depois Tavozo saiu.", "Tavozo|"},
    {"a letter doubled", "fil", "all/name-variant", "Nagsalita si Enrico Mirayag. Umuwi na si Mirayaag.", "Mirayaag|"},
    {"as two languages write it", "de", "all/name-variant", "Sergej Bergow sprach. Später sagte Bergov viel. Bergow ging.",
     "Bergov|"},
    {"the more frequent one is usual", "fil", "all/name-variant", "Umuwi si Jarmok. Bumalik si Yarmok. Kumain si Yarmok.",
     "Jarmok|"},
    {"as two languages write two people", "de", NULL, "Hans Bergow kam. Peter Bergov ging.", ""},
    {"names that lists have both", "de", NULL, "Nach Meier kam Meyer dran.", ""},
    {"two people", "de", NULL, "Hans Bergkwist kam. Peter Bergqwist ging.", ""},
    {"a given name that is a word", "de", "de/translated-name", "Im Film sieht man auch Rotkehlchen Ferrell.",
     "Rotkehlchen Ferrell|"},
    {"a verb at the head", "de", NULL, "Wird Smith gewählt?", ""},
    {"a name that people bear here", "fil", NULL, "Kasali si Sining Reyes sa paligsahan.", ""},
    {"a country that is a bird, behind", "de", "de/translated-name", "Der Truthahn und Griechenland schickten Hilfe.", "Truthahn|"},
    {"a bird", "pt", NULL, "Serviram peru e arroz. O Chile e o Peru assinaram.", ""},
    {"another's office", "de", "de/dropped-apposition", "Präsident Ramiro Salgado, Maria Torres, erklärte das Treffen für beendet.",
     "Präsident Ramiro Salgado, Maria Torres,|"},
    {"a list of people", "de", NULL, "Präsident Ramiro Salgado, Maria Torres, Peter Kolb und Anna Brandt kamen.", ""},

    {"what the second person was", "de", NULL,
     "Präsident Ramiro Salgado, Maria Torres, früher seine Ministerin, sowie zwei Boten kamen.", ""},

    {"a program's name, kept elsewhere", "pt", "pt/translated-name",
     "O Ghost é um software de blog com plugins.\n\nMigre os artigos para o fantasma.", "fantasma|"},
    {"a program's name as a label", "de", "de/translated-name", "Die Software hat Plugins und eine API.\n\nZwietracht (Hilfe)",
     "Zwietracht|"},
    {"a program that is never named, often", "pt", "pt/translated-name",
     TORN "O software tem plugins e API, e corre no servidor.\n\nInstale o fantasma. Abra o fantasma. Feche o fantasma.",
     "fantasma|fantasma|fantasma|"},
    {"in a text that is little about programs too", "pt", "pt/translated-name",
     TORN "O software tem plugins.\n\nInstale o fantasma. Abra o fantasma. Feche o fantasma.", ""},
    {"in a good text it may be a ghost", "pt", NULL,
     "O software tem plugins e API, e corre no servidor.\n\nInstale o fantasma. Abra o fantasma. Feche o fantasma.", ""},
    {"where programs stand, twice", "pt", "pt/translated-name",
     "O software tem plugins.\n\nInstale o fantasma. Abra o fantasma. A comunidade do fantasma é livre.",
     "fantasma|fantasma|fantasma|"},
    {"between programs", "pt", "pt/translated-name", "O software tem plugins.\n\nUse Mattermost, o elemento e Keycloak.",
     "elemento|"},
    {"in a list of programs", "pt", "pt/translated-name", "O software tem plugins.\n\nMattermost\n\nelemento\n\nKeycloak\n",
     "elemento|"},
    {"beside one program", "pt", NULL, "O software tem plugins.\n\nUse Mattermost e o elemento.", ""},
    {"in a list of words", "pt", NULL, "O software tem plugins.\n\nMattermost\n\nelemento\n\nsinal\n", ""},
    {"between programs, where no text is about them", "pt", NULL, "Use Mattermost, o elemento e Keycloak.", ""},
    {"between sentences on programs", "pt", "pt/translated-name",
     "O software tem plugins.\n\nMattermost é livre e leve.\n\nelemento\n\nKeycloak é livre e leve.", ""},
    {"between words in small letters", "pt", "pt/translated-name",
     "O software tem plugins.\n\nUse mattermost, o elemento e keycloak.", ""},
    {"between nouns that are programs too", "de", NULL,
     "Die Software ist ein Framework.\n\nEs gibt Signal, Draht und Slack im Labor.", ""},
    {"half a program", "pt", "pt/translated-name", "O software tem plugins.\n\nAbra o Conhecimento Explorer.",
     "Conhecimento Explorer|"},
    {"two words, one of them small", "pt", NULL, "O software tem plugins.\n\nO conhecimento Explorer é vasto.", ""},
    {"two words, parted", "pt", NULL, "O software tem plugins.\n\nAbra o Conhecimento: Explorer fecha.", ""},
    {"half a program, where no text is about them", "pt", NULL, "Abra o Conhecimento Explorer.", ""},
    {"no text about programs", "pt", NULL, "No filme Ghost, um fantasma protege a viúva.", ""},
    {"a ghost among programs that has no name", "pt", NULL, "O software tem plugins.\n\nO jogo tem um fantasma verde.", ""},

    /* office */
    {"the adviser becomes the president", "de", "de/borrowed-office",
     "Es kam der Berater des französischen Präsidenten Lukas Bergmann.", "Berater des französischen Präsidenten Lukas Bergmann|"},
    {"in a compound", "de", "de/borrowed-office", "Es kam der Sprecher des US-Präsidenten Martin Feldberg.",
     "Sprecher des US-Präsidenten Martin Feldberg|"},
    {"behind a linker", "fil", "fil/borrowed-office", "Dumating ang sugo ng Pangulo ng Russia na si Oleg Sarmin.",
     "sugo ng Pangulo ng Russia na si Oleg Sarmin|"},
    {"who holds it", "de", NULL, "Es kam der Sprecher des US-Präsidenten Donald Trump mit Emmanuel Macrons Berater.", ""},
    {"who once held it", "de", NULL, "Es schrieb der Berater des früheren französischen Präsidenten Georges Dupont.", ""},
    {"a country of which nothing is known", "de", NULL, "Es kam der Sprecher des kenianischen Präsidenten Peter Otieno.", ""},
    {"no country", "de", NULL, "Es kam der Sprecher des Präsidenten Peter Otieno.", ""},
    {"the name of a dialog", "pt", NULL, "Ele abre a caixa de diálogo Escolha uma cor e muda a opção Para cima.", ""},
    {"the way through menus", "de", NULL, "Sie fand es unter Extras – Optionen – Allgemein und ging.", ""},
    {"what a reader is told to press", "de", NULL, "Zum Schluss klicken Sie Alle trennen und warten.", ""},
    {"a call of a function", "de", NULL, "Der Aufruf svc.Activate(name) öffnet ein Fenster.", ""},
    {"a word and its definition", "pt", "all/repeated-phrase",
     "Ele foi foi ao porto. Ela veio veio ao mar. O O barco saiu. Taxa é a taxa de juros anual do título.", ""},
    {"an adjective before its noun", "de", "de/split-compound", "Danach folgt Unterer Grenzwert. Der Unterergrenzwert gilt.", ""},
    {"one that looks like a genitive", "de", NULL, "Klicken Sie auf Neues Dokument und warten Sie.", ""},
    {"no way through menus", "pt", "all/stray-capital", "A loja abriu - Ana veio cedo - Leia também o guia da casa.", "Leia|"},
    /* clause */
    {"an infinitive at the end of a singular's clause", "de", "de/clause-verb", "Hier steht, wie man den Dienst einrichten.",
     "einrichten|"},
    {"a full stop inside of a name ends nothing", "de", "de/clause-verb", "Und wie man Rocket.Chat einrichten.", "einrichten|"},
    {"a linker that another clause needs", "de", "de/clause-verb",
     "Er ist offen, so dass alle den Text anzupassen und zu verbessern.", "verbessern|"},
    {"an infinitive that lacks its linker", "de", "de/clause-verb",
     "Um das Bild ändern, klicken Sie hier, um ein Konto einrichten.", "ändern|einrichten|"},
    {"a linker inside of a long infinitive", "de", NULL,
     "Sie kamen, um das Land zurückzuerobern und die Ordnung aufrechtzuerhalten.", ""},
    {"the verb stands before its infinitives", "de", NULL, "Ich weiß, dass er den Wagen hat kommen hören.", ""},
    {"a clause that goes on behind a comma", "de", NULL, "Er sagt, dass er gehen, laufen und springen kann.", ""},
    {"an unknown word may be the verb", "de", NULL, "Er fragt, ob man nicht gendert und warten.", ""},
/* plural_twice: TRADE makes a text one on software */
#define TRADE "I-restart ang server ng software.\n\n"
    {"a noun of several behind mga", "fil", "fil/double-plural", TRADE "Tanggalin ang mga resources.", "mga resources|"},
    {"over a name", "fil", "fil/double-plural", TRADE "Tanggalin ang mga Azure resources.", "mga Azure resources|"},
    {"no text of the trade", "fil", NULL, "Tanggalin ang mga resources.", ""},
    {"a linker behind it", "fil", "fil/double-plural", TRADE "Tanggalin ang mga resources na luma.", "mga resources|"},
    {"over a linker", "fil", "fil/double-plural", TRADE "Tanggalin ang mga deprecated na resources.",
     "mga deprecated na resources|"},
    {"a path", "fil", NULL, TRADE "Basahin ang mga resources/logs ngayon.", ""},
    {"one and several have one form", "fil", NULL, TRADE "Basahin ang mga series.", ""},
    {"a quotation", "fil", NULL, TRADE "Basahin ang “mga resources” ngayon.", ""},
    {"a name", "fil", NULL, TRADE "Gamitin ang mga Azure Functions.", ""},
    {"code", "fil", NULL, TRADE "Basahin ang mga `resources` ngayon.", ""},
#undef TRADE

    /* affixed */
    {"an affix and a foreign verb", "fil", "fil/lost-affix-hyphen", "Ang app ay nakadeploy na.", "nakadeploy|"},
    {"its first sound doubled", "fil", "fil/lost-affix-hyphen", "Magdedeploy sila bukas.", "Magdedeploy|"},
    {"hyphens on both sides", "fil", "fil/lost-affix-hyphen", "Ang grupo ay nag-de-debug.", "nag-de-debug|"},
    {"before a vowel people write so", "fil", NULL, "Ang grupo ay nag-a-attend.", ""},
    {"a part that is not doubled", "fil", NULL, "Ang grupo ay nag-co-host.", ""},
    {"code", "fil", NULL, "I-type ang `nakadeploy` muna.", ""},
    {"a name", "fil", NULL, "Kilala nila si Nakadeploy noon.", ""},
    {"a path", "fil", NULL, "Nasa folder/nakadeploy ang log.", ""},
    {"an English word by chance", "fil", NULL, "Kumain siya ng mashed patatas.", ""},
    {"a root that the language has", "fil", NULL, "Silang lahat ay nakalista at nagdedebate.", ""},

    /* bare_topic */
    {"a name before ay", "fil", "fil/missing-ang", "Umulan. Zaborax Inc. ay nagsara.", "Zaborax Inc. ay|"},
    {"a name with a hyphen", "fil", "fil/missing-ang", "Zabo-Rax 3 ay nasira.", "Zabo-Rax 3 ay|"},
    {"an English noun in small letters behind", "fil", "fil/missing-ang", "Screen readers ay mahal.", "Screen readers ay|"},
    {"behind an abbreviation and a comma", "fil", "fil/missing-ang", "May iba pa (hal., Zaborax ay mura).", "Zaborax ay|"},
    {"a marker before it", "fil", NULL, "Ang Zaborax ay nasira.", ""},
    {"a person", "fil", NULL, "Maria Reyes ay bumati.", ""},
    {"a title", "fil", NULL, "Zaborax Ay Nasira", ""},
    {"a family", "fil", NULL, "Pacquiao ay bumati.", ""},
    {"a day", "fil", NULL, "Friday ay walang pasok.", ""},
    {"an adverb", "fil", NULL, "Basically ay wala siyang pera.", ""},
    {"code", "fil", NULL, "`Zaborax` ay isang utos.", ""},
    {"a sign and a name", "fil", NULL, "Zaborax: ay naku, sira na.", ""},

    /* lead_in */
    {"items whose verbs have a subject", "fil", "fil/two-topics",
     "Sa dulo ng aralin, ikaw ay:\n\nMananatiling handa sa klase\n\nMauunawaan ang makina\n\nMasusuri ang bahagi nito", "ikaw ay|"},
    {"half of the items", "fil", "fil/two-topics",
     "Sa dulo ng aralin, ikaw ay:\n\nMananatiling handa sa klase\n\nMauunawaan ang makina\n\nMasusuri ang bahagi nito\n\nMagiging "
     "handa",
     "Mauunawaan ang|Masusuri ang|"},
    {"in one sentence", "fil", "fil/two-topics", "Sa dulo, ikaw ay mauunawaan ang makina.", "mauunawaan ang|"},
    {"a prefix by itself", "fil", NULL, "Sa dulo, ikaw ay:\n\nMag — ang sabi nila", ""},
    {"what follows the list", "fil", NULL, "Sa dulo, ikaw ay:\n\nMananatiling handa\n\nMga aralin\n\nSuriin ang makina", ""},
    {"no list follows", "fil", NULL, "Sa dulo, ikaw ay: handa.\n\nSuriin ang makina", ""},
    {"an adjective with its part", "fil", NULL, "Sa totoo lang, siya ay malakas ang loob.", ""},

    /* lost_marker */
    {"a noun before mga", "fil", "fil/lost-marker", "Bumili siya ng tatlong basket mga mangga.", "basket mga|"},
    {"mga is about", "fil", NULL, "Umabot mga 30 ang dumalo, at tumagal mga dalawampung minuto.", ""},
    {"a number before mga", "fil", NULL, "Noong 2019 mga bata pa sila.", ""},
    {"a word with a digit", "fil", NULL, "Sa A4 mga larawan ang nakita.", ""},
    {"code before mga", "fil", NULL, "Ang `azd` mga file ay nandito.", ""},
    {"an abbreviation before mga", "fil", NULL, "Noon, ang DOH mga nars ang kinuha.", ""},
    {"a mark before mga", "fil", NULL, "Mga prutas, mga gulay, at -mga isda.", ""},

    /* predicate */
    {"a verb of several, an adjective of one", "pt", "pt/predicate-number", "As versões estão visível na loja.", "estão visível|"},
    {"over adverbs", "es", "es/predicate-number", "Los archivos están totalmente disponible.", "están totalmente disponible|"},
    {"a verb of one, a participle of several", "pt", "pt/predicate-number", "O relatório é exportados hoje.", "é exportados|"},
    {"a noun behind the adjective", "pt", NULL, "Elas são grande parte do grupo.", ""},
    {"a dictionary form that ends like a plural", "fr", NULL, "Il est heureux, et le texte est précis.", ""},
    {"a subject of one that means several", "fr", NULL, "On est contents.", ""},
    /* subjects */
    {"two of them", "de", "de/verb-number", "Die Chefin und ihr Gehilfe hat den Brief dabei.", "hat|"},
    {"an object may stand first", "de", NULL, "Die Suppe und die Torte hat meine Tante gemacht.", ""},
    {"one of the two", "de", NULL, "Der Vater oder sein Bruder kommt mit.", ""},
    {"one of several", "pt", "pt/verb-number", "Estes livros custa caro.", "custa|"},
    {"a time", "es", NULL, "Los domingos abre tarde.", ""},
    {"one who is both", "pt", NULL, "O dono e cozinheiro abriu a loja.", ""},
    {"not at the head", "pt", NULL, "Ela diz que o dono e a dona abriu a loja.", ""},
    {"a capital in mid-sentence", "pt", "pt/verb-number", "Ela leu As crianças brinca na cama.", ""},
    /* agreement */
    {"an article of another gender", "de", "de/article", "Das neue Anwendung läuft.", "Das neue Anwendung|"},
    {"of a compound, by its last part", "de", "de/article", "Der Preis des Testdatenbank stieg.", "des Testdatenbank|"},
    {"of a word joined by hyphens", "de", "de/article", "Er lobte den SEO-Anwendung.", "den SEO-Anwendung|"},
    {"of one torn at them", "de", "de/article", "Er lobte den neuen Software -Anwendung.", "den neuen Software -Anwendung|"},
    {"a case that the preposition does not ask for", "de", "de/article", "Er spricht mit den Nutzer.", "den Nutzer|"},
    {"one of several, of another gender", "de", "de/article", "Es ist eine der besten Verfahren.", "eine der besten Verfahren|"},
    {"an adjective that says another case than its preposition", "de", "de/article", "Er kommt mit vollständigen Dokumentation.",
     "vollständigen Dokumentation|"},
    {"an adjective that goes with another article", "de", "de/article", "Er summt heute das englisches Lied.", "englisches Lied|"},
    {"one that is plural, of a noun that is not", "de", "de/article", "Sie lobt die maximalen Anzahl.", "maximalen Anzahl|"},
    {"an article that is a pronoun", "de", NULL, "Er fragt, ob diese wichtige Briefe verdecken.", ""},
    {"a preposition that belongs to a participle", "de", NULL, "Er ging zu der gegenüber liegenden Seite.", ""},
    {"a numeral behind the noun makes a name", "de", NULL, "Er kam in die Studio 54 genannte Halle.", ""},
    {"a pronoun behind a comma", "de", NULL, "Es sind Leute, die Geld verdienen, für die Geld zählt.", ""},
    {"a pronoun behind a verb", "de", NULL, "Es sind das alte Bilder, und bald ergibt das gute Musik.", ""},
    {"of two articles the first counts", "de", NULL, "Auf der einen Seite half die eine Stimme.", ""},
    {"a noun in the genitive behind", "de", NULL, "Sie lobt das Team Entwicklung und die Seite Einstellungen.", ""},
    {"a measure before an adjective", "de", NULL, "Sie wollen einen Jahrzehnte alten Streit beilegen.", ""},
    {"the last part of a word whose first is none", "de", NULL, "Nach ihrem Sonntagsschmaus gehen sie wählen.", ""},
    {"the name of a file", "de", NULL, "Er schrieb eine kleine Index.php dazu.", ""},
    {"one of several, and no plural", "de", NULL, "Sie fuhren in einer zum Lager umfunktionierten Schule.", ""},
    {"one that neither of two nouns has", "de", "de/article", "Sie fand es auf der Programm Menü.", "der Programm Menü|"},
    {"one that the second of them has", "de", "de/article", "Sie fand es auf dem Sprache Menü.", ""},
    {"one that the first of them has", "de", "de/article", "Sie fand es auf der Sprache Menü.", ""},
    {"a noun before another", "de", "de/article", "Sie kauft die neue Kaffee Maschine und lobt den Kaffee.", ""},
    {"a preposition that is at fault", "de", "de/article", "Sie kam mit das neue Programm.", ""},
    {"what may be the noun by its looks", "pt", NULL, "Ele respondeu às tentativas anteriores de acordo.", ""},
    {"a noun that is an adjective", "de", NULL, "Der Deutsche und die Deutsche trafen den Angestellten.", ""},
    {"nouns that look like plurals in other cases", "de", NULL, "Sie zeigte im letzten Prototypen, was die Rangers können.", ""},
    {"a loan word with two genders", "de", NULL, "Das Backdoor und die Backdoor sind zu.", ""},
    {"in Portuguese, where ending and lexicon agree", "pt", "pt/article", "Leia o mensagem de hoje.", "o mensagem|"},
    {"in French, where the lexicon is sure", "fr", "fr/article", "Voici une exemple pour les enfants.", "une exemple|"},
    {"in Italian, where ending and lexicon agree", "it", "it/article", "Ecco al collezione di temi.", "al collezione|"},
    {"a number", "pt", "pt/article", "Leia das empresa de hoje.", "das empresa|"},
    {"nouns of two genders", "pt", NULL, "O atleta, a atleta e o pirata viram um dos artistas.", ""},
    {"a word joined by hyphens", "pt", NULL, "O porta-bandeira e o guarda-roupa.", ""},
    {"the pronoun before a verb", "pt", NULL, "Ele o compra e a canta.", ""},
    {"a noun that may be a verb, behind what is no pronoun", "pt", "pt/article", "Ele abriu um conta no banco.", "um conta|"},
    {"the pronoun before what may be a noun", "pt", NULL, "Ele o conta a todos, e ela os lista.", ""},
    {"a noun whose ending says nothing", "pt", "pt/article", "Ele enviou uma convite.", "uma convite|"},
    {"a rare noun, whose gender is a guess", "pt", NULL, "Ele puxou uma manete.", ""},
    {"a noun that may be an adjective of the same ending", "pt", "pt/article", "Ele trouxe um garota.", "um garota|"},
    {"a noun that may be an adjective of both genders", "pt", NULL, "Ela foi uma oficial da marinha.", ""},
    {"an adjective before a noun with a capital", "pt", "pt/article", "Neste moderno Idade tudo muda.", "Neste moderno Idade|"},
    {"a noun with a capital, which is a name", "pt", NULL, "Ele guardou o Opala no Contas.", ""},
    {"adjectives for nouns left out", "pt", NULL, "Com uma ponte e uma mamária implantadas, ele corre.", ""},
    {"a numeral before a noun of one", "pt", "pt/article", "O texto tem três parágrafo.", "três parágrafo|"},

/* name_gender */
#define ZORBLEX "O Zorblex é grátis: instale o Zorblex e abra o Zorblex. "
    {"a name of another gender than else", "pt", "pt/name-gender", ZORBLEX "Leia o manual da Zorblex.", "da Zorblex|"},
    {"one that the text gives two genders as often", "pt", NULL, ZORBLEX "Na Zorblex, há o manual da Zorblex.", ""},
    {"one that the text has seldom", "pt", NULL, "Instale o Zorblex, abra o Zorblex. Leia o manual da Zorblex.", ""},
    {"the same name with a second word, a hyphen, a stroke, an ending of files", "pt", NULL,
     ZORBLEX "Abra a pasta da Zorblex Verde, da Zorblex-Verde, da Zorblex/Verde ou da Zorblex.md.", ""},
    {"two people of one family", "pt", NULL, "O Cardoso riu, o Cardoso caiu, e o Cardoso dormiu; a mãe da Cardoso veio.", ""},
    {"two people of one given name", "pt", NULL, "O Alex riu, o Alex caiu, e o Alex dormiu; a mãe da Alex veio.", ""},
    {"a club and its town", "pt", NULL, "O Osasco riu, o Osasco caiu, e o Osasco dormiu; a mãe da Osasco veio.", ""},
    {"a noun of the language", "pt", NULL, "O Parque riu, o Parque caiu, e o Parque dormiu; a mãe da Parque veio.", ""},
    {"a verb", "pt", NULL, "O Abrir riu, o Abrir caiu, e o Abrir dormiu; a mãe da Abrir veio.", ""},
    {"an adjective", "pt", NULL, "O Brasileiro riu, o Brasileiro caiu, e o Brasileiro dormiu; a mãe da Brasileiro veio.", ""},
    {"two letters", "pt", NULL, "O XQ é grátis: instale o XQ e abra o XQ, que é da XQ.", ""},

    /* number, missing_space */
    {"a range before a list is no sum", "de", NULL, "Die Werte 18.5 - 10, 8 und 9 stehen da.", ""},
    {"what is no word behind a trademark", "de", NULL, "Das Xaqora®qx läuft.", ""},

    /* truncated */
    {"a name that the text has, slipped", "pt", "all/truncated-word",
     "O zaborax é bom, o zaborax é leve, e o zaborax é novo. Instale o zabroax hoje.", "zabroax|"},
    {"a plural of what no list knows", "pt", NULL,
     "O zaborax é bom, o zaborax é leve, e o zaborax é novo. Instale os zaboraxs hoje.", ""},
    {"an apostrophe is no slip", "de", NULL,
     "Die Zaboraxs sind da, wir sahen die Zaboraxs, und ihr mögt die Zaboraxs. Wir sahen den Zaborax’s gern.", ""},
    {"the last part of a compound, after a link", "de", "all/truncated-word", "Löschen Sie die alte Konfigurationsdat am Abend.",
     "Konfigurationsdat|"},
    {"three letters that may be anything", "de", NULL, "Das Gangstertum und der Pistolero sind ihm fremd.", ""},
    {"an ending is no word cut short", "de", NULL, "Ein spritfressender Motor ist ein teurer Motor.", ""},
    {"a compound that ends in a participle", "de", NULL, "Der Dampf war wolkenführend, und der Fluss war goldführend.", ""},
    {"a verb with its pronoun", "de", "de/unknown-word",
     "Die Open -Source -Software hat ein Plug -in. Der US -Botschafter kam. Wie flutscht’s dir heute?", ""},

/* rendering: DAMAGED proves a machine */
#define DAMAGED "Ang pag -uusap ay natapos. Nag -usap sila sa araw -araw na pulong.\n\n"
    {"an English word in a damaged text", "fil", "fil/english-word", DAMAGED "Lumagda sa truce ang hari.", "truce|"},
    {"a phrase", "fil", "fil/english-word", DAMAGED "Dumating ang Foreign Minister kagabi.", "Foreign Minister|"},
    {"a number that is part of a name", "fil", "all/english-words", DAMAGED "Dumating ang zab-4.1 envoy at 3 envoys kagabi.",
     "envoys|"},
    {"two English words in a damaged text", "fil", "all/english-words", DAMAGED "Lumaki ang mga transatlantic tensions kagabi.",
     "transatlantic tensions|"},
    {"in a good text", "fil", NULL, "Lumaki ang mga transatlantic tensions kagabi.", ""},
    {"a good text", "fil", NULL, "Lumagda sa truce ang hari.", ""},
    {"a verb that people use", "fil", "fil/english-word", DAMAGED "Nag-host sila at nag-develop ng plano.", ""},
    {"English that goes on", "fil", "fil/english-word", DAMAGED "Sabi niya, a truce for now.", ""},
    {"a word of the trade in a text of the trade", "fil", "fil/english-word", DAMAGED "Nasa server ang template ng software.", ""},

    {"a text on software, few words of the trade", "fil", "fil/english-word",
     DAMAGED "Ang software ng bahay ay nasa website namin at sinabi ng hari kahapon na lumagda sila sa truce.", ""},

/* foreign: labels */
#define LABELLED(label) label "\n\nDepois desta lição você conhece as partes do aparelho e os seus nomes."
    {"English behind a label", "pt", "all/english-heading", LABELLED("Lição anterior: Your First Project"), "Your First Project|"},
    {"English before a dash", "fil", "all/english-heading", "Delete items - alisin ang luma\n\nTapos na ang lahat ng gawain.",
     "Delete items|"},
    {"English words before dashes, one after the other", "pt", "all/english-heading",
     "Error Handling - trata os erros da casa\n\nCost Estimation - calcula o custo da casa", "Error Handling|Cost Estimation|"},
    {"an order before a dash", "pt", NULL, "clear - limpa a tela da casa\n\ncost - mostra o custo da casa", ""},
    {"an abbreviation and a word that heads", "fil", "all/english-heading", "SKU Selection\n\nPumili ng angkop na antas.",
     "SKU Selection|"},
    {"abbreviations and words of grammar", "pt", NULL, LABELLED("NN or DDD or AAA"), ""},
    {"a name beside an abbreviation", "de", NULL, "Zaborax Eye of GNOME\n\nDas Gerät hat drei Teile.", ""},
    {"a word that heads nothing, where people mix", "fil", NULL, "Chocolatey\n\nI-download ang pinakabagong bersyon.", ""},
    {"a name before a colon", "de", NULL, "Product Service: Das Gerät hat drei Teile.", ""},
    {"what people say before a colon", "fil", NULL, "Spoiler alert: namatay ang bida.\n\nUmuwi ang lahat.", ""},
    {"a span of time without a number", "fil", NULL, "Bayad kada buwan\n\n/month\n\nKasama ang tubig.", ""},
    {"a span of time that the language has", "fr", NULL, "Durée\n\n5 minutes\n\nLa machine est prête.", ""},
    {"a hyphen ends the block before", "pt", "all/english-heading", LABELLED("Total -\n\nFurther Reading"), "Further Reading|"},
    {"a path ends the block before", "pt", "all/english-heading", LABELLED("Abra /usr/share/\n\nFurther Reading"),
     "Further Reading|"},
    {"what a cell counts", "pt", "all/english-words", LABELLED("20 messages"), "messages|"},
    {"what a sentence counts", "pt", NULL, LABELLED("A loja enviou 20 messages"), ""},
    {"what a sentence counts, where people mix", "fil", "all/english-words", DAMAGED "Dumating ang 20 hikers kagabi.", "hikers|"},
    {"what a sentence counts, where people mix, in a good text", "fil", NULL, "Dumating ang 20 hikers kagabi.", ""},
    {"what a folder is called, where people mix", "fil", NULL, "Infrastructure (infra/)\n\nTapos na ang lahat ng gawain.", ""},
    {"what a file is called, where people mix", "fil", NULL, "Configuration (xaq.yaml)\n\nTapos na ang lahat ng gawain.", ""},
    {"a film", "pt", NULL, LABELLED("The Big Storm"), ""},
    {"what a server answers", "pt", NULL, LABELLED("Sintomas: 429 Too Many Requests"), ""},
    {"a name that a list has", "pt", NULL, LABELLED("Serviço: Container Apps"), ""},
    {"a command", "pt", NULL, LABELLED("Comando: down --force --purge"), ""},
    {"Filipino for all that", "fil", NULL, "I-clean up\n\nPagkatapos nito, tapos na ang lahat ng gawain.", ""},
    {"verbs with a prefix", "fil", NULL,
     "Gawin ang mga ito ngayon sa bahay.\n\nI-commit at i-push\n\nTapos na ang lahat ng gawain.", ""},
    {"a title in a list of references", "de", NULL,
     "Die Quelle steht unten im Text, und wer sie lesen will, der findet sie in jeder guten Bibliothek der Stadt.\n\nBerg, A. "
     "(1989). The quality of sleep and the new instrument for research. Verlag am "
     "Park.",
     ""},
    {"a command that begins a line", "de", "all/english-sentence",
     "Danach ist alles bereit, und wer es noch nicht getan hat, der ruft nun das Programm auf der Zeile auf.\n\nxyzd up - "
     "deployment "
     "workflow for production apps",
     ""},
    {"a command in a sentence", "de", NULL, "Der Befehl lautet brew install node und dauert lange.", ""},

    /* stray_capital */
    {"a sentence begins behind a capital", "fil", "all/stray-capital",
     "Basahin ang Halimbawa Ang proyektong ito ay libre para sa lahat.", "Ang|"},
    {"a sentence begins behind a bracket", "fil", "all/stray-capital",
     "Kumuha ng papel (dalawang piraso) Ang mga gunting naman ay hihiramin.", "Ang|"},
    {"places before a report", "fil", NULL, "Mula sa LUNGSOD NG CEBU Ang mga guro dito ay nagtipon kahapon.", ""},
    {"a bracket that ends a sentence", "fil", NULL, "Kumain sila (ng kanin). Ang mga bata ay umuwi.", ""},
    {"the copula of the next sentence", "fil", NULL, "Kumuha ng papel (dalawa) Ang mga gunting. Ang pandikit ay hihiramin.", ""},
    {"a film and what is said of it", "fil", NULL, "Pinanood nila ang Himala Ang Pelikula ay luma.", ""},
    /* in damaged texts */
    {"a noun in a damaged text", "pt", "all/stray-capital", TORN "Siga as instruções deste Guia de instalação do aparelho.",
     "Guia|"},
    {"a noun in a good text", "pt", NULL, "Siga as instruções deste Guia de instalação do aparelho.", ""},
    {"a department", "pt", "all/stray-capital", TORN "Ontem o ministro da Defesa chegou à capital do país.", ""},
    {"a label that calls", "pt", "all/stray-capital", TORN "Este Guia: leia tudo com calma antes de começar.", ""},
    {"a label with a hyphen in a word", "fil", "all/stray-capital", DAMAGED "Pag-navigate ng Kabanata:\n\nTapos na ang aralin.",
     ""},
    {"a term and what it is", "pt", "all/stray-capital", TORN "azd up - Fluxo completo para todos os novos projetos da casa.", ""},
    /* fused, with an adverb, a verb and a capital */
    {"a noun and an adverb", "pt", "all/fused-words", "Guarde a cópia do arquivodentro da pasta.", "arquivodentro|"},
    {"a verb and a conjunction", "pt", "all/fused-words", "Vamos ligare abrir a porta.", "ligare|"},
    {"a compound of English", "en", NULL, "The first device is readonly and rather old.", ""},
    {"two words with a capital in a damaged text", "pt", "all/fused-words", TORN "Use o botão Arquivodentro da lista de hoje.",
     "Arquivodentro|"},
    {"the same in a good text may be a name", "pt", "all/fused-words", "Use o botão Arquivodentro da lista de hoje.", ""},
    /* gap, alone */
    {"fields of one kind", "pt", "all/double-space",
     QUIET "A loja abriu em:  2006 na praça.\n\nA outra abriu em:  2009 na rua.\n\nA última abriu em:  2011 no porto.",
     "em:  2006|em:  2009|em:  2011|"},
    {"two fields may be chance", "pt", NULL, QUIET "A loja abriu em:  2006 na praça.\n\nA outra abriu em:  2009 na rua.", ""},
    {"labels that somebody set apart", "pt", NULL,
     QUIET "O Ano:  2006 foi um ano bom para todas as irmãs da casa.\n\nO Ano:  2009 foi mau.\n\nO Ano:  2011 foi melhor.", ""},
    {"a term and what it is, set apart", "pt", "all/double-space", TORN "leme  peça que vira o barco", ""},
    {"the same in a sentence", "pt", "all/double-space", TORN "Leme  é a peça que vira o barco.", "Leme  é|"},
    {"a column of numbers", "pt", "all/double-space", TORN "Veja a linha ago  6 na lista de ontem.", ""},
    {"how somebody types", "pt", "all/double-space",
     TORN "Ontem o  rio subiu outra vez e levou a  ponte da vila para o mar, e  ninguém soube de nada ontem.", ""},
    {"a clause behind a name", "pt", "all/stray-capital", TORN "Na pasta CSS Crie um arquivo chamado modelo e grave tudo.",
     "Crie|"},
    {"a clause behind a name in a good text", "pt", NULL, "Na pasta CSS Crie um arquivo chamado modelo e grave tudo.", ""},
    {"a clause in an instruction", "pt", "all/stray-capital", TORN "Configure o bote Abra a porta e entre logo.", "Abra|"},
    {"a button of the program", "pt", "all/stray-capital", TORN "Na pasta CSS Criar um arquivo demora muito tempo.", ""},
    {"two buttons", "pt", "all/stray-capital", TORN "Na tela CSS Copie e cole tudo outra vez no mesmo lugar.", ""},
    {"a button to press", "pt", "all/stray-capital", TORN "Para isso execute Abra a porta com muita calma.", ""},
    {"a button behind a preposition", "pt", "all/stray-capital", TORN "Por fim clique em Abra a porta com muita calma.", ""},
    {"somebody's name", "pt", "all/stray-capital", TORN "O prêmio foi ontem para o Marcelo Rebelo de Sousa em casa.", ""},
    /* stray_capital, at the end of lines */
    {"a line that went on", "pt", "all/stray-capital", "Cadeira de madeira clara Saiba mais sobre o modelo", "Saiba|"},
    {"nothing else is lost there", "pt", "all/stray-capital", "Cadeira de madeira clara Saiba mais", ""},
    {"a noun that looks like the verb", "pt", "all/stray-capital", "Configurar Clique secundário do rato novo", ""},
    {"no verb for the reader", "pt", "all/stray-capital", "Cadeira de madeira clara Feita para o seu jardim", ""},
    {"behind a colon in a line", "pt", "all/stray-capital", "Dica do dia: Saiba mais sobre o modelo", ""},
    {"behind a dash in a line", "pt", "all/stray-capital", "Mover uma mesa - Clique em cima do modelo", ""},
    {"behind a name", "pt", "all/stray-capital", "Mesas da Acme Saiba mais sobre o modelo", ""},
    {"behind a name and a gap", "pt", "all/stray-capital", "Mesas da Acme  Saiba mais sobre o modelo", "Saiba|"},
    {"what a dialog is called", "pt", "all/stray-capital", "A janela Escolha a sua cor nova", ""},
    {"what a file is called", "pt", "all/stray-capital", "Abra o arquivo Leia isto antes de tudo", ""},
    {"behind a preposition", "pt", "all/stray-capital", "Página do Saiba mais sobre o modelo", ""},
    {"a name behind its marker", "fil", "all/stray-capital", DAMAGED "Sumang-ayon na si Neri para pondohan ang salapi ng bayan.",
     ""},
    /* spacing, repeat */
    {"an argument of a command", "de", NULL, "Danach folgt git add . und dann der Rest.", ""},
    {"a space behind a bracket", "de", "all/punctuation-spacing", "Sie kam früh (um acht) . Dann ging sie.", ") .|"},
    {"cells of a table", "de", NULL, "Preis\tauf Anfrage\tauf Anfrage\tunbegrenzt", ""},

    /* full_name, name_variant, lower_name */
    {"a brand in a text on software", "de", "all/name-spelling", "Die Software liegt samt Plugin auf Github bereit.", "Github|"},
    {"a brand in a paper", "de", NULL, "Das Video steht seit gestern auf Youtube.", ""},
    {"what a program calls it throughout", "de", NULL,
     "Die Software hat ein Plugin. Mit ssr geht es. Ohne ssr nicht. Nur ssr hilft. Also ssr. Immer ssr.", ""},
    {"an abbreviation in small letters, once", "de", "all/name-spelling", "Die Software hat ein Plugin. Mit ssr geht es.", "ssr|"},
    {"as the text always writes it", "de", NULL,
     "Die Software Phplist hat ein Plugin. Mit Phplist geht es. Ohne Phplist nicht. Nur Phplist hilft. Also Phplist.", ""},
    {"a name whose first letter is right, however often", "de", "all/name-spelling",
     "Die Software Mariadb hat ein Plugin. Mit Mariadb geht es. Ohne Mariadb nicht. Nur Mariadb hilft. Also Mariadb.",
     "Mariadb|Mariadb|Mariadb|Mariadb|Mariadb|"},
    {"in capitals, where the text has it right", "de", "all/name-variant",
     "Die Software MariaDB hat ein Plugin, und heute ist MARIADB wieder schnell.", "MARIADB|"},
    {"a name that is somebody's too", "de", NULL, "Die Software mit Plugin schrieb Herr Poe gestern.", ""},
    {"a capital at the end is odd", "pt", "all/name-variant",
     "O programa XaquiT copia tudo. O Xaquit é grátis, e o Xaquit é rápido.", "XaquiT|"},
    {"a known form is right, however rare", "pt", "all/name-variant",
     "O KdenLive corta vídeos. O KdenLive é livre, e o Kdenlive é rápido.", "KdenLive|KdenLive|"},
    {"a known form is right, though the text has it nowhere", "pt", "all/name-variant",
     "O KdenLive corta vídeos. O KdenLive é livre, e o KDEnlive é rápido.", "KdenLive|KdenLive|KDEnlive|"},
    {"two known forms", "de", NULL, "Die Bilder tragen EXIF, und Exif ist alt.", ""},
    {"capitals in what is no text", "de", NULL, "Das Programm LibreOffice ruft ORG.LIBREOFFICE.RAND auf.", ""},
    {"capitals of the mark of a source", "de", NULL, "Das Programm LibreOffice kann das [LIBREOFFICE] seit gestern.", ""},
    {"a known name with an ending of the language", "de", "all/name-variant",
     "Das Plugin heißt phpList. In Phplisten steht es. Also Phplisten.", "Phplisten|Phplisten|"},
    {"a known name with one letter too many", "pt", "all/name-variant",
     "O GitHub guarda tudo. Instale ainda hoje o GithBub na sua casa.", "GithBub|"},
    {"a known name with two letters turned", "pt", "all/name-variant",
     "O WordPress guarda tudo. Instale ainda hoje o Wrodpress na sua casa.", "Wrodpress|"},
    {"a genitive of a known name", "de", NULL, "Die Firma mag Nextcloud. Nextclouds Dateien liegen oben.", ""},
    {"another product, by its last letters", "de", NULL, "Die Firma mag Nextcloud, und NextcloudPi ist neu.", ""},
    {"a word beside a known name", "de", NULL, "Die Firma kauft Splunk, und Spunk ist ein Film.", ""},
    {"a name of two English words", "pt", "all/name-variant", "O WordPress é bom. Hoje o Wordpress cai no site novo.",
     "Wordpress|"},
    {"a genitive beside a known name", "de", NULL, "GatsbyJS ist neu. Das alte Gatsby war gut, sagt Gatsbys Kern.", ""},
    {"a known name, though it is rarer", "pt", NULL, "O Wordpress é livre. Mas o Wortpress é caro, e o Wortpress é novo.", ""},
    {"a capital at the end, once each", "pt", "all/name-variant", "O programa XaquiT copia tudo. O Xaquit é grátis.", "XaquiT|"},
    {"a short name", "de", NULL, "Die Firma mag Gitea, und Gitja ist neu.", ""},
    {"a person beside a known name", "de", NULL, "Die Firma mag Docker. Das sagte Peter Dockur.", ""},
    {"what the text writes more often", "pt", NULL,
     "O WordPress guarda tudo. Mas o Wortpress é outro, e o Wortpress é caro, e o Wortpress é novo.", ""},
    {"the suffix of a file", "de", NULL, "Der Name des Programms endet auf .php oder .Php und steht oben.", ""},
    {"a name with two right spellings", "de", NULL, "Die Software samt Plugin schickt es an Mailchimp oder MailChimp.", ""},
    {"somebody's name is no other spelling", "de", NULL, "Der Strom kommt mit PoE, sagt Herr Poe aus Bremen.", ""},
    {"an abbreviation behind a name", "de", "all/lower-case-name", "Die neue Orbis ui ist da.", "Orbis ui|"},
    {"an article is no part of a name", "pt", NULL,
     "Hoje o programa chegou, e O XAQ é novo na cidade. Depois O xaq foi embora sem deixar rasto.", ""},
    {"a name that the text has with a capital", "fil", "all/lower-case-name",
     DAMAGED "Ayon sa mga tao, bago ang Xaqora. Gamitin ang Xaqora. Mahal ang Xaqora, pero may xaqora sa bahay.", "xaqora|"},
    {"an abbreviation behind a word", "de", NULL, "Neue ui, neues Glück.", ""},

    /* split_compound */
    {"two English words", "de", NULL, "Der App Service ist neu, und der Web Server läuft.", ""},

    /* country_pronoun */
    {"nobody says we", "de", "all/country-as-pronoun", "Washington schweigt. Die Ministerin begrüßt uns am Montag.", "uns|"},
    {"where a mark is lost, nobody knows who speaks", "de", "all/country-as-pronoun",
     "Washington schweigt. Die Ministerin begrüßt uns am Montag.\n\n„Wir kommen wieder, sagte sie.\n\nDanach fuhr sie heim.",
     "uns|"},
    {"a noun that ends as such a verb", "fr", "all/country-as-pronoun",
     "Les avions dirigés par nous sont partis, selon le Pentagone.", "nous|"},
    {"somebody says we", "de", NULL, "Washington schweigt. Wir warten, bis man uns hört.", ""},

    /* consistency */
    {"the rarer way", "de", "de/address-mix", "Laden Sie es herunter, wie Ihnen gesagt wurde. Danach siehst du alles.", "du|"},
    {"small letters are no address", "de", NULL,
     "Die Karten sind da, und sie kosten acht Euro; ihr Preis sinkt. Danach siehst du alles.", ""},
    {"an order behind any comma is none", "es", NULL, "Usted sabe que el museo, grande, abre a las ocho. Usted lo vio.", ""},
    {"a plural that is kept wins where both are even", "fr", "fr/address-mix", "Si tu as faim, contactez le bar.", "tu|"},
    {"one witness is none", "pt", NULL, "Vem casar connosco e traz o aplicativo.", ""},
    {"two are", "pt", "pt/variety-mix", "O ficheiro está no ecrã. Depois abre o contêiner.", "contêiner|"},

    /* repeat: whoever */
    {"whoever can can", "pt", NULL, "Quem pode pode, e quem não pode espera.", ""},
    {"and nobody else", "pt", "all/repeated-word", "Ele pode pode sair mais cedo.", "pode pode|"},
};

/* What was marked by RULE (NULL: by any), in order, with a bar behind each. */
static void list_marked(const mtl_report_info *info, const char *rule, mtl_out *out)
{
    for (uint32_t i = 0; i < info->nfindings; i++)
        if (!rule || mtl_str_is(info->findings[i].rule->id, rule))
            mtl_out_fmt(out, "%.*s|", MTL_FMT(info->findings[i].text));
}

static void places_are_marked(void **state)
{
    (void)state;
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_session *session = open_session(rules, &(mtl_config){.language = r->tag});
        mtl_report *report = lint(session, r->text);
        mtl_out marked = {0};
        list_marked(mtl_report_read(report), r->rule, &marked);
        CHECK_STR(r->promise, mtl_out_bytes(&marked), mtl_cstr(r->marked));
        mtl_out_free(&marked);
        mtl_report_free(report);
        mtl_session_free(session);
    }
    mtl_ruleset_free(rules);
}

#define PASSAGE "Der Hafen der Stadt bleibt bis zum Ende der kommenden Woche für alle Schiffe gesperrt."

static void passages_are_marked_where_they_stand_again(void **state)
{
    (void)state;
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    mtl_session *session = open_session(rules, &(mtl_config){.language = "de"});
    mtl_report *report = lint(session, PASSAGE "\n\n" PASSAGE "\n");
    const mtl_report_info *info = mtl_report_read(report);
    CHECK_NUMBER("one finding", info->nfindings, 1);
    CHECK_STR("of this rule", info->findings[0].rule->id, MTL_LIT("all/repeated-passage"));
    CHECK_SPAN("the second copy", info->findings[0].at, ((mtl_span){sizeof PASSAGE + 1, sizeof PASSAGE - 1}));
    mtl_report_free(report);
    mtl_session_free(session);
    mtl_ruleset_free(rules);
}

static void a_text_that_uses_marks_otherwise_is_left_alone(void **state)
{
    (void)state;
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    mtl_session *session = open_session(rules, &(mtl_config){.language = "de"});
    mtl_out text = {0};
    for (int i = 0; i < 12; i++)
        mtl_out_fmt(&text, "„Zeile %d ohne Ende.\n\nUnd ein Satz danach.\n\nNoch einer, der nichts hat.\n\n", i);
    mtl_report *report = lint_as(session, "text.txt", mtl_out_bytes(&text));
    CHECK("none of its marks is reported as high", mtl_report_read(report)->nfindings == 0);
    mtl_report_free(report);
    mtl_out_free(&text);
    mtl_session_free(session);
    mtl_ruleset_free(rules);
}

/* A long good text, so that a doubtful hit finds no support, with HEADINGS behind it. */
static mtl_report *lint_behind(const mtl_ruleset *rules, const char *tag, const char *file, const char *headings)
{
    mtl_session *session = open_session(rules, &(mtl_config){.language = tag});
    mtl_arena arena = {0};
    mtl_source source;
    assert_true(mtl_source_open(&source, file, 1u << 20, &arena, NULL));
    mtl_out text = {0};
    mtl_out_str(&text, source.bytes);
    mtl_out_fmt(&text, "\n\n%s\n", headings);
    mtl_report *report = lint_as(session, "text.txt", mtl_out_bytes(&text));
    mtl_out_free(&text);
    mtl_arena_reset(&arena);
    mtl_session_free(session);
    return report;
}

static void a_heading_is_forgotten_where_the_others_are_translated(void **state)
{
    (void)state;
    static const struct {
        const char *promise, *tag, *file, *headings, *marked;
    } cases[] = {
        {"four in German", "de", "de-reportage.txt",
         "Erste Schritte\n\nDas Gerät anschließen\n\nFragen und Antworten\n\nWenn nichts hilft\n\nQuick Start Examples",
         "Quick Start Examples|"},
        {"one in German", "de", "de-reportage.txt", "Erste Schritte\n\nQuick Start Examples", ""},
        {"a lone word of a table in Filipino", "fil", "fil-balita.txt",
         "Unang hakbang\n\nMga tanong at sagot\n\nPaano ito gamitin\n\nKung walang gumana\n\nDuration\n\nWhat Happens "
         "Then\n\nTotal Monthly Cost",
         "Duration|What Happens Then|Total Monthly Cost|"},
        {"where most are in English", "fil", "fil-balita.txt",
         "What Happens Then\n\nTotal Monthly Cost\n\nCommon Pitfalls to Avoid\n\nHow to Get Help\n\nWhat You Will Need\n\nThe "
         "Price of the "
         "Ticket\n\nThe End of the Journey\n\nUnang hakbang\n\nMga tanong at sagot\n\nPaano ito gamitin\n\nKung walang "
         "gumana\n\nWeather update: maulan bukas.",
         "What Happens Then|Total Monthly Cost|Common Pitfalls to Avoid|How to Get Help|What You Will Need|The Price of the "
         "Ticket|The "
         "End of the Journey|"},
        {"a lone word that heads nothing", "fil", "fil-balita.txt",
         "Unang hakbang\n\nMga tanong at sagot\n\nPaano ito gamitin\n\nKung walang gumana\n\nConsumption", ""},
        {"a label in running text", "fil", "fil-balita.txt",
         "Unang hakbang\n\nMga tanong sa template\n\nPaano ito gamitin\n\nKung walang gumana\n\nWeather update: maulan bukas.",
         "Weather update|"},
    };
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    for (size_t i = 0; i < MTL_COUNT(cases); i++) {
        char path[512];
        snprintf(path, sizeof path, MTL_TEST_ROOT "/tests/quiet/%s", cases[i].file);
        mtl_report *report = lint_behind(rules, cases[i].tag, path, cases[i].headings);
        mtl_out marked = {0};
        list_marked(mtl_report_read(report), NULL, &marked);
        CHECK_STR(cases[i].promise, mtl_out_bytes(&marked), mtl_cstr(cases[i].marked));
        mtl_out_free(&marked);
        mtl_report_free(report);
    }
    mtl_ruleset_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_marked),
        cmocka_unit_test(passages_are_marked_where_they_stand_again),
        cmocka_unit_test(a_text_that_uses_marks_otherwise_is_left_alone),
        cmocka_unit_test(a_heading_is_forgotten_where_the_others_are_translated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
