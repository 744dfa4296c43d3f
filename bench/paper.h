#pragma once

// A CV of about two pages to measure with, made of jobs as people describe them.

#include <string>
#include <string_view>

namespace collega::bench {

/// Markdown; some 700 bytes a job.
inline std::string cv_with_jobs(int jobs) {
  std::string text =
      "# Marjan Kuiper\n\nLindestad, 06-00011234\n\n## Profiel\n\n"
      "Wijkverpleegkundige met twaalf jaar ervaring in de thuiszorg en het verpleeghuis. Ik werk graag zelfstandig en "
      "houd de lijnen met huisarts en mantelzorg kort.\n\n## Werkervaring\n\n";
  constexpr std::string_view kJob =
      " wijkverpleegkundige, Zorggroep De Brink\n\n"
      "- Indiceren en zorgplannen opstellen volgens het Omaha System, in overleg met cliënt en familie.\n"
      "- Complexe wondzorg, infuustherapie en palliatieve zorg; voorbehouden handelingen bevoegd en bekwaam.\n"
      "- Drie leerling-verzorgenden begeleid en het rooster van acht collega's gemaakt.\n"
      "- Rapporteren in Nedap Ons en bijhouden van de planning in Excel.\n\n"
      "In deze jaren groeide het team van vijf naar negen mensen. Ik heb geen nachtdiensten gedraaid, wel weekenden "
      "en feestdagen. Een cursus motiverende gespreksvoering wil ik graag nog volgen.\n\n";
  for (int i = 0; i < jobs; ++i) {
    const int year = 2024 - 2 * i;
    text += "### maart " + std::to_string(year - 2) + " – februari " + std::to_string(year) + ":" + std::string{kJob};
  }
  text +=
      "## Opleiding\n\n2008-2012 hbo verpleegkunde, Hogeschool Lindestad. BIG-registratie sinds 2012.\n\n"
      "## Talen\n\nNederlands (moedertaal), Duits B2, Engels redelijk\n\nRijbewijs B. Beschikbaar voor 24 tot 32 "
      "uur.\n";
  return text;
}

/// As many jobs as fill two pages.
inline constexpr int kTwoPages = 6;

inline constexpr std::string_view kVacancy =
    "# Wijkverpleegkundige\n\n## Wij vragen\n\n"
    "- Een afgeronde opleiding tot verpleegkundige op hbo-niveau\n- BIG-registratie\n- Rijbewijs B\n"
    "- Minimaal drie jaar ervaring met wondzorg\n- Je bent minstens 24 uur per week beschikbaar\n\n"
    "## Mooi meegenomen\n\n- Ervaring met het Omaha System\n- Palliatieve zorg\n- Duits op niveau B1\n\n"
    "## Wij bieden\n\n- Een salaris volgens de cao, scholing in leiderschap en een fietsplan\n";

}  // namespace collega::bench
