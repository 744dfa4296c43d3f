#include "collega/language/identify.h"

#include <gtest/gtest.h>

#include <ostream>

namespace collega::language {
namespace {

struct Sample {
  std::string_view code;
  std::string_view text;
};

void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.code << ": " << sample.text; }

class LanguageOf : public testing::TestWithParam<Sample> {};

TEST_P(LanguageOf, IsSeenInARunningText) {
  const LanguageGuess guess = identify(GetParam().text);
  EXPECT_EQ(guess.code, GetParam().code);
  EXPECT_GT(guess.confidence, 0.2);
  EXPECT_LE(guess.confidence, 1.0);
}

INSTANTIATE_TEST_SUITE_P(
    Samples, LanguageOf,
    testing::Values(
        Sample{
            "nl",
            "Ik ben een ervaren verpleegkundige en werk sinds drie jaar met veel plezier op de afdeling voor ouderen."},
        Sample{"en",
               "I am an experienced nurse and have been working for three years at the ward for the elderly with great "
               "pleasure."},
        Sample{"de",
               "Ich bin eine erfahrene Krankenschwester und arbeite seit drei Jahren mit großer Freude auf der Station "
               "für ältere Menschen."},
        Sample{"fr",
               "Je suis une infirmière expérimentée et je travaille depuis trois ans dans le service pour les "
               "personnes âgées avec plaisir."},
        Sample{"es",
               "Soy una enfermera con experiencia y desde hace tres años trabajo en la unidad de los mayores con mucho "
               "gusto para el hospital."},
        Sample{"it",
               "Sono una infermiera con esperienza e da tre anni lavoro nel reparto per gli anziani con molto piacere "
               "presso la clinica."},
        Sample{"pt",
               "Sou uma enfermeira com experiência e há três anos que trabalho na unidade para os idosos com muito "
               "prazer, não só em Lisboa."},
        Sample{"pl",
               "Jestem pielęgniarką z doświadczeniem i od trzech lat pracuję na oddziale dla osób starszych oraz w "
               "domu opieki."},
        Sample{"tr",
               "Deneyimli bir hemşireyim ve üç yıldır yaşlılar için olan bölümde büyük bir zevkle çalışıyorum, daha "
               "sonra bu işe devam ettim."},
        Sample{"ro",
               "Sunt o asistentă medicală cu experiență și lucrez de trei ani în secția pentru vârstnici, unde am fost "
               "și coordonator."},
        Sample{"da",
               "Jeg er en erfaren sygeplejerske og har arbejdet i tre år på afdelingen for ældre, hvor jeg også var "
               "med til at lede, efter min uddannelse."},
        Sample{"sv",
               "Jag är en erfaren sjuksköterska och har arbetat i tre år på avdelningen för äldre, där jag också var "
               "med och ledde arbetet."},
        Sample{"no",
               "Jeg er en erfaren sykepleier og har jobbet i tre år på avdelingen for eldre, etter at jeg ble ferdig "
               "med utdanning av mange."},
        Sample{"fi",
               "Olen kokenut sairaanhoitaja ja minulla on kolmen vuoden kokemus, joka on ollut myös vanhusten "
               "osastolla, mutta ei muualla."},
        Sample{"cs",
               "Jsem zkušená zdravotní sestra a tři roky pracuji na oddělení pro seniory, kde jsem byla také jako "
               "vedoucí, nebo při škole."},
        Sample{"hu",
               "Tapasztalt nővér vagyok, és három éve dolgozom az idősek osztályán, ahol nagyon szeretek lenni, mert "
               "az egy jó hely is."},
        Sample{"ru",
               "Я опытная медсестра и уже три года работаю в отделении для пожилых людей с большим удовольствием."},
        Sample{"uk",
               "Я досвідчена медсестра і вже три роки працюю у відділенні для людей похилого віку із задоволенням."},
        Sample{"ar", "أنا ممرضة ذات خبرة وأعمل منذ ثلاث سنوات في قسم كبار السن بكل سرور واهتمام"},
        Sample{"el", "Είμαι έμπειρη νοσοκόμα και εργάζομαι εδώ και τρία χρόνια στο τμήμα για ηλικιωμένους με χαρά."},
        Sample{"he", "אני אחות מנוסה ועובדת כבר שלוש שנים במחלקה לקשישים בהנאה רבה ובמסירות"},
        Sample{"zh",
               "我是一名经验丰富的护士我已经在老年病房工作了三年我非常喜欢这份工作也喜欢和病人在一起工作学习和生活"},
        Sample{"ja",
               "私は経験豊富な看護師で、三年前から高齢者の病棟でとても楽しく働いています。患者さんと話すことが好きです"
               "。"}));

TEST(Identify, IsSureOfADutchCvOfKeywords) {
  const LanguageGuess guess = identify(
      "Werkervaring\n2019 – heden Java developer bij Rabobank, Utrecht\nOntwikkelen van microservices met Spring Boot\n"
      "Verantwoordelijk voor de CI/CD-pipeline\nOpleiding\n2015-2019 HBO Informatica\nVaardigheden: Java, Kubernetes, "
      "SQL");
  EXPECT_EQ(guess.code, "nl");
}

TEST(Identify, SaysNothingAboutTooFewWords) {
  EXPECT_EQ(identify("").code, "und");
  EXPECT_EQ(identify("12345 - 67").code, "und");
  EXPECT_EQ(identify("Java Python Kubernetes").code, "und");
}

TEST(Identify, IsSurerOfMoreText) {
  const std::string_view one = "Ik werk in de zorg en heb veel ervaring.";
  const std::string more =
      std::string{one} +
      " Daarnaast ben ik met plezier vrijwilliger bij een vereniging voor ouderen, en dat doe ik al jaren.";
  EXPECT_GT(identify(more).confidence, identify(one).confidence);
}

TEST(Identify, ReadsOnlyTheBeginningOfAnEndlessText) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "en de zorg voor de mensen é ";
  EXPECT_EQ(identify(text).code, "nl");
}

}  // namespace
}  // namespace collega::language
