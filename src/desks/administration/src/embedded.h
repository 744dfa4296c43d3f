#pragma once

#include <string_view>

namespace collega::administration {

std::string_view embedded_fields_tsv();
std::string_view embedded_words_tsv();
std::string_view embedded_nl_txt();
std::string_view embedded_en_txt();
std::string_view embedded_administration_1_sql();
std::string_view embedded_afas_tsv();
std::string_view embedded_visma_raet_tsv();
std::string_view embedded_nmbrs_tsv();
std::string_view embedded_exact_tsv();
std::string_view embedded_adp_tsv();
std::string_view embedded_loket_tsv();
std::string_view embedded_sdworx_tsv();

}  // namespace collega::administration
