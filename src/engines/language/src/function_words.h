#pragma once

// The little words of running text and the headings of CVs, one list for each language that is written in Latin script.

#include <array>
#include <string_view>

namespace collega::language {

struct FunctionWords {
  std::string_view language;  ///< ISO 639-1
  std::string_view words;     ///< in their own spelling, with spaces between
};

inline constexpr std::array<FunctionWords, 17> kFunctionWords = {{
    {"nl",
     "de het een en van ik te dat die in is op met voor zijn niet aan er om dan als bij ook naar door over worden "
     "heb heeft hebben was wordt maar uit tot je we wij jij jouw onze ons deze dit zich meer kan kunnen zoals "
     "binnen tijdens na werk ervaring werkervaring opleiding vaardigheden kennis jaar heden verantwoordelijk "
     "werkzaamheden functie diploma goed geen nog wel daarnaast"},
    {"en",
     "the a an and of to in is that for with on as are was be by at this from or have has had not it we you your "
     "our i my which will can their they were been within during after about more also than but all work "
     "experience skills education years year responsible knowledge team including present"},
    {"de",
     "der die das und ist in den von zu mit dem nicht ein eine einer eines einen im des auf für als auch sich an "
     "werden aus er hat dass sie nach wird bei um am sind noch wie über so zum zur haben wir ich oder aber vor bis "
     "mehr durch mein meine ihre erfahrung berufserfahrung ausbildung kenntnisse jahre seit"},
    {"fr",
     "le la les des et un une du de en dans pour que qui est sur avec au par ce il elle sont pas plus je nous vous "
     "ont été cette ou mais aux se ses mon ma mes leur son comme être avoir fait expérience formation compétences "
     "années depuis chez langues notre votre travail"},
    {"es",
     "el la los las de y en un una del que con por para es se al como lo más su sus no este esta son fue ha yo mi "
     "pero o entre desde hasta sobre también muy experiencia formación años trabajo conocimientos idiomas ser "
     "tiene nosotros nuestro"},
    {"it",
     "il lo la i gli le di e che un una del della dei delle in con per non è sono da al alla nel nella si come ma "
     "più anche o su dal questo questa ha mi ho mio mia presso esperienza formazione competenze anni lavoro "
     "conoscenza lingue essere degli"},
    {"pt",
     "o a os as de e do da dos das em um uma que com para por no na nos nas não se mais como foi ao ou seu sua são "
     "ser tem mas pelo pela eu meu minha experiência formação anos trabalho conhecimentos competências idiomas "
     "também entre desde até"},
    {"pl",
     "i w na z do się nie jest to że o od po za jak dla przez oraz co ale czy jestem był była ich ten ta mój moja "
     "jako pod przy lub praca doświadczenie wykształcenie umiejętności znajomość język lat roku obecnie we firmie "
     "pracy zawodowe tym który które"},
    {"tr",
     "ve bir bu da de için ile olarak çok daha olan en gibi ben sonra kadar ancak her ne var yok veya ya olup "
     "tarafından üzerinde deneyim eğitim yıl yıllık iş çalışma bilgi beceriler diller mezun üniversitesi olduğu "
     "ettim yaptım konusunda"},
    {"ro",
     "și de la în cu a al ai ale pe pentru din este sunt un o care nu se că mai sau fi am fost ce prin după să lui "
     "despre cele cel ani experiență educație competențe limbi lucru muncă cunoștințe cadrul acest aceasta"},
    {"da",
     "og i at det en den til er som på de med af for ikke der var jeg han et har om vi min havde fra kan efter sig "
     "skal blev hvor mit mine eller men ved bliver mig deres meget kun erfaring uddannelse kompetencer arbejde "
     "arbejdet år hos inden samt også være været gennem mellem nogle hvad ældre virksomhed når"},
    {"sv",
     "och i att det som en på är av för med till den har de inte om ett jag var men sig från vi kan eller när han "
     "efter vid där min mitt mina mycket blev hos under erfarenhet utbildning kompetenser arbete år språk inom "
     "även samt också"},
    {"no",
     "og i det at en er til som på de med av for ikke den har jeg et om var fra vi kan etter seg skal ble hvor "
     "mitt mine eller men ved blir meg deres mye bare erfaring utdanning kompetanse arbeid år hos innen samt også "
     "være vært gjennom mellom noen hva eldre bedrift når"},
    {"fi",
     "ja on ei se että oli joka mutta myös ovat kun hän niin tai kuin sen ole olen minun ollut kanssa sekä mukaan "
     "jossa joita työ työkokemus koulutus kokemus kielitaito osaaminen vuotta vuoden sitten olla voi tämä"},
    {"cs",
     "a se v na je že s z do to i o k ve pro za by ale si po jako jsem od jsou byl byla nebo tak při podle práce "
     "zkušenosti vzdělání znalosti let jazyk roku pracovní který které také moje"},
    {"hu",
     "a az és hogy nem is egy ez meg van volt de mint csak vagy ha már ki el fel sem kell en ő munka tapasztalat "
     "végzettség képzés nyelv éves ismeretek alatt után valamint által amely szakmai évek"},
    {"hr",
     "i u je na se da za su od s sa kao iz o ali ili bio bila sam koji koja koje nije po do biti smo rada iskustvo "
     "obrazovanje vještine jezik godina znanje rad kod te nakon prema"},
}};

}  // namespace collega::language
