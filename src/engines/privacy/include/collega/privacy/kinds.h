#pragma once

// The kinds of personal data that the shield knows, and how a use may treat each.

#include <array>
#include <boost/describe.hpp>
#include <cstddef>
#include <string_view>

namespace collega::privacy {

/// As in the batch interface. HEALTH to CRIMINAL are the special categories of art. 9 and 10 GDPR.
enum class Kind {
  PERSON,
  ADDRESS,
  POSTCODE,
  PLACE,
  ORGANISATION,
  EMAIL,
  PHONE,
  URL,
  IP,
  BSN,
  IBAN,
  PAYMENT_CARD,
  KVK,
  VAT,
  PERSONNEL_NUMBER,
  LICENCE_PLATE,
  PASSPORT,
  DATE_OF_BIRTH,
  HEALTH,
  UNION,
  RELIGION,
  ORIENTATION,
  ETHNICITY,
  POLITICS,
  CRIMINAL
};
BOOST_DESCRIBE_ENUM(Kind, PERSON, ADDRESS, POSTCODE, PLACE, ORGANISATION, EMAIL, PHONE, URL, IP, BSN, IBAN,
                    PAYMENT_CARD, KVK, VAT, PERSONNEL_NUMBER, LICENCE_PLATE, PASSPORT, DATE_OF_BIRTH, HEALTH, UNION,
                    RELIGION, ORIENTATION, ETHNICITY, POLITICS, CRIMINAL)

inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::CRIMINAL) + 1;

/// What a use does with a kind before text leaves.
///   replace     a placeholder stands in its place and comes back in the answer
///   keep        it leaves as it stands
///   generalise  a birth date becomes an age band, a postcode or address its region; what is left does not come back
///   refuse      a text that holds it does not leave
enum class Treatment { replace, keep, generalise, refuse };
BOOST_DESCRIBE_ENUM(Treatment, replace, keep, generalise, refuse)

/// One treatment for each kind.
class Policy {
 public:
  /// Everything that points at a person is replaced; places, organisations and addresses of the web too; special
  /// categories are kept, for they say something only of whom is still named.
  Policy();

  [[nodiscard]] Treatment of(Kind kind) const { return treatments_[static_cast<std::size_t>(kind)]; }
  void set(Kind kind, Treatment treatment) { treatments_[static_cast<std::size_t>(kind)] = treatment; }

 private:
  std::array<Treatment, kKinds> treatments_;
};

}  // namespace collega::privacy
