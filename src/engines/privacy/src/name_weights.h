#pragma once

// How much each sign counts for a word being a person's, a place's or an organisation's name: natural logarithms of
// odds, so that signs add up. They were set by hand and judged on the module's own texts and on public sets of news,
// none of which they are made from.

namespace collega::privacy::weight {

// A capital in the middle of a sentence, of a word that no list knows.
inline constexpr double kUnknownPerson = 0.3, kUnknownPlace = -0.1, kUnknownOrganisation = 0.5;
// The same at the start of a sentence, where any word has one.
inline constexpr double kStartPerson = -0.5, kStartPlace = -1.2, kStartOrganisation = -1.0;
// A word of the dictionary, in the middle of a sentence and at its start.
inline constexpr double kWordPerson = -2.2, kWordPlace = -2.6, kWordOrganisation = -1.2;
inline constexpr double kProperWordPerson = -1.6;  // the dictionary has it with a capital too: Bolt, Vrolijk
inline constexpr double kWordAtStart = -2.2;

inline constexpr double kFirstNearPerson = 2.6, kFirstPerson = 0.5;
inline constexpr double kLastNearPerson = 1.8, kLastPerson = 0.6;
// A first name that is a word too (Roos, Will): one common here, another; in the middle of a sentence and at its start.
inline constexpr double kGreetedWord = 2.0;  // "hoi bram", with what the greeting adds
inline constexpr double kLowerFamily = 2.5;  // a family name in lower case behind a first name in lower case
inline constexpr double kNearNameWord = 0.0, kNearNameWordAtStart = -2.4, kNameWord = -0.8, kNameWordAtStart = -3.2;
// A particle with a capital before another: "Van Hove"; an article could be what it is.
inline constexpr double kParticleStart = 0.3, kArticleStart = -3.0, kParticleMiddle = 1.2;
// "(Ita)": a code between parentheses.
inline constexpr double kCode = -4.0;
inline constexpr double kProperPerson = -0.5, kProperPlace = 0.7, kProperOrganisation = -0.6;
inline constexpr double kNearPlace = 2.2, kBigPlace = 2.0, kSmallPlace = 0.5, kCountryPlace = 3.0;
inline constexpr double kPlacePerson = -0.7;
inline constexpr double kPeoples = -3.0;  // "Nederlandse", "Franse": a people or its language
inline constexpr double kAcronymOrganisation = 1.4, kAcronymPerson = -2.0, kAcronymPlace = -1.5;
inline constexpr double kHeadOrganisation = 1.8, kTailOrganisation = 2.6;
inline constexpr double kCompound = -2.0;    // a word that two words of the dictionary make
inline constexpr double kTitleItself = 4.0;  // "Mr" before "Thompson"
inline constexpr double kDigits = -2.5;
inline constexpr double kSurnameEnding = 0.9;  // "-stra", "-mans", "Ver-", "Vanden-"

// What stands before.
inline constexpr double kAfterTitle = 4.0, kAfterRole = 2.2, kAfterKin = 1.8, kAfterGreeting = 2.4,
                        kAfterNameLabel = 2.2;
inline constexpr double kAfterNameLabelAlone = 1.5;  // "Achternaam Boom", the label at the start of a line
inline constexpr double kAfterPersonWord = 0.5;
inline constexpr double kAfterPlaceWord = 1.5, kAfterPlaceWordPerson = -0.6, kAfterPlaceLabel = 3.0;
inline constexpr double kAfterArticlePerson = -2.2, kAfterArticlePlace = -0.4, kAfterArticleOrganisation = 0.6;
// What stands after.
inline constexpr double kBesideSaying = 0.6;
inline constexpr double kAge = 1.5;             // "(37)", ", 37,"
inline constexpr double kBeforeInitials = 4.0;  // "Dijk, J. van"
inline constexpr double kBeforeCode = 1.5;      // "(Ita)"

// Within a name.
inline constexpr double kAfterFirstNear = 3.0, kAfterFirst = 2.2, kAfterInitial = 3.0, kAfterName = 0.2,
                        kAfterLowerFirst = 1.5, kAfterParticle = 2.4, kCutAtParticle = -4.0;
inline constexpr double kBeforeParticle = 0.3, kAfterWholeName = -2.5;
inline constexpr double kKnownPlacePhrase = 8.0, kPlaceGoesOn = -0.8;
inline constexpr double kOrganisationGoesOn = 0.0, kTailGoesOn = 1.5, kHeadedGoesOn = 3.5, kKindOfFirm = 3.0;
inline constexpr double kBrokenOpen = -1.0, kBroken = -4.0;  // over a line break
inline constexpr double kTwoNamesInARow = -1.2;              // two names side by side with nothing between

// What the rest of the text says: the same word in a name that is beyond doubt.
inline constexpr double kSeenPerson = 3.0, kSeenPlace = 1.5, kSeenOrganisation = 2.0;

/// A name counts from this margin over "no name" on.
inline constexpr double kEnough = 0.4;
/// A person whom only the form and the place of the name suggest takes more.
inline constexpr double kPersonOfOneWord = 1.6, kPersonOfWords = 3.0;
/// And is remembered for the rest of the text from this one on.
inline constexpr double kBeyondDoubt = 2.5;
/// Of a name of one word, from this one on.
inline constexpr double kAloneBeyondDoubt = 4.0;

}  // namespace collega::privacy::weight
