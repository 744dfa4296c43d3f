#include "header_values.h"

#include <gtest/gtest.h>

#include <vector>

namespace collega::http {
namespace {

TEST(LanguageLiked, IsTheHeaviestThatWeSpeak) {
  EXPECT_EQ(language_liked("nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7"), Language::nl);
  EXPECT_EQ(language_liked("de, en;q=0.5, nl;q=0.4"), Language::en);
  EXPECT_EQ(language_liked("nl;q=0.2, en;q=0.8"), Language::en);
  EXPECT_EQ(language_liked("EN"), Language::en);
  EXPECT_EQ(language_liked("nl;q=0, en;q=0.001"), Language::en);
}

TEST(LanguageLiked, IsNoneWhenNoneIsNamed) {
  for (const char* other : {"", "de", "*", "nld", "n", "en;q=0", "nl;q=x", ";;,,="})
    EXPECT_EQ(language_liked(other), std::nullopt) << other;
}

TEST(EncodingsLiked, AreThoseWithAWeight) {
  const Encodings browser = encodings_liked("gzip, deflate, br, zstd");
  EXPECT_TRUE(browser.gzip && browser.brotli);
  EXPECT_FALSE(encodings_liked("gzip;q=0").gzip);
  EXPECT_FALSE(encodings_liked("").gzip);
  EXPECT_TRUE(encodings_liked("GZIP;q=0.5").gzip);
}

TEST(CookieNamed, IsFoundAmongOthers) {
  EXPECT_EQ(cookie_named("a=1; collega=token; b=2", "collega").value, "token");
  EXPECT_EQ(cookie_named("xcollega=no; collega=yes", "collega").value, "yes");
  EXPECT_EQ(cookie_named("", "collega").value, "");
  EXPECT_EQ(cookie_named("collega", "collega").value, "");
}

TEST(CookieNamed, IsDoubtfulWhenTwoDiffer) {
  EXPECT_TRUE(cookie_named("collega=a; collega=b", "collega").is_doubtful);
  EXPECT_FALSE(cookie_named("collega=a; collega=a", "collega").is_doubtful);
  EXPECT_TRUE(cookie_named("collega=; collega=b", "collega").is_doubtful);
}

TEST(BearerOf, IsTheKeyBehindTheWord) {
  EXPECT_EQ(bearer_of("Bearer collega_p_abc"), "collega_p_abc");
  EXPECT_EQ(bearer_of("bearer  collega_p_abc "), "collega_p_abc");
  for (const char* other : {"", "Bearer", "Bearer ", "Basic abc", "Bearerabc"})
    EXPECT_EQ(bearer_of(other), "") << other;
}

TEST(IsJson, LooksAtTypeAndCharacters) {
  EXPECT_TRUE(is_json("application/json"));
  EXPECT_TRUE(is_json("Application/JSON; charset=UTF-8"));
  EXPECT_TRUE(is_json("application/json; charset=\"utf-8\""));
  for (const char* other :
       {"", "text/plain", "application/jsonp", "application/json; charset=utf-16", "multipart/form-data"}) {
    EXPECT_FALSE(is_json(other)) << other;
  }
}

TEST(Prefer, MayAskNotToWait) {
  EXPECT_TRUE(prefers_async("respond-async"));
  EXPECT_TRUE(prefers_async("return=minimal, respond-async; wait=10"));
  EXPECT_FALSE(prefers_async("wait=10"));
}

TEST(IdempotencyKey, MayBeQuoted) {
  EXPECT_EQ(idempotency_key_of("8e03978e-40d5-43dd-bc93-6894a57f9324"), "8e03978e-40d5-43dd-bc93-6894a57f9324");
  EXPECT_EQ(idempotency_key_of("\"abc\""), "abc");
  EXPECT_FALSE(idempotency_key_of(""));
  EXPECT_FALSE(idempotency_key_of("\"\""));
  EXPECT_FALSE(idempotency_key_of("a b"));
  EXPECT_FALSE(idempotency_key_of(std::string(201, 'a')));
}

TEST(ContentRange, IsAPartThatFitsInTheWhole) {
  const auto range = content_range_of("bytes 500-999/1234");
  ASSERT_TRUE(range);
  EXPECT_EQ(range->first, 500u);
  EXPECT_EQ(range->length(), 500u);
  EXPECT_EQ(range->total, 1234u);
  for (const char* other : {"", "bytes 5-4/10", "bytes 0-10/10", "bytes */10", "bytes 0-1/*", "bytes=0-1/10",
                            "bytes 0/1-2", "bytes -1-2/10", "bytes 0-99999999999999999999/10", "items 0-1/10"}) {
    EXPECT_FALSE(content_range_of(other)) << other;
  }
}

TEST(Range, AsksAPartOfTheFile) {
  const auto part = [](std::string_view value) {
    const auto range = range_of(value, 1000);
    return range ? std::to_string(range->first) + "+" + std::to_string(range->length) : "whole";
  };
  EXPECT_EQ(part("bytes=0-499"), "0+500");
  EXPECT_EQ(part("bytes=900-"), "900+100");
  EXPECT_EQ(part("bytes=-100"), "900+100");
  EXPECT_EQ(part("bytes=-5000"), "0+1000");
  EXPECT_EQ(part("bytes=990-5000"), "990+10");
  for (const char* other :
       {"", "bytes=1000-", "bytes=5-4", "bytes=-0", "bytes=0-1,5-6", "bytes=", "bytes=a-b", "items=0-1"}) {
    EXPECT_EQ(part(other), "whole") << other;
  }
  EXPECT_FALSE(range_of("bytes=0-", 0));
}

TEST(NamesTag, ComparesWeakly) {
  EXPECT_TRUE(names_tag("\"abc\"", "\"abc\""));
  EXPECT_TRUE(names_tag("\"x\", W/\"abc\"", "\"abc\""));
  EXPECT_TRUE(names_tag("*", "\"abc\""));
  EXPECT_FALSE(names_tag("\"abcd\"", "\"abc\""));
  EXPECT_FALSE(names_tag("", "\"abc\""));
}

TEST(DeviceOf, IsWhatItsOwnerCallsIt) {
  EXPECT_EQ(device_of("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"), "Firefox, Linux");
  EXPECT_EQ(
      device_of(
          "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0"),
      "Edge, Windows");
  EXPECT_EQ(
      device_of(
          "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604.1"),
      "Safari, iPhone");
  EXPECT_EQ(device_of("curl/8"), "");
}

TEST(SourceBehind, IsBelievedOfOurOwnProxiesOnly) {
  const std::vector<std::string> proxies{"10.0.0.1", "10.0.0.2"};
  EXPECT_EQ(source_behind("192.0.2.7", "198.51.100.1", proxies), "192.0.2.7");
  EXPECT_EQ(source_behind("10.0.0.1", "198.51.100.1", proxies), "198.51.100.1");
  EXPECT_EQ(source_behind("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", proxies), "198.51.100.1");
  EXPECT_EQ(source_behind("10.0.0.1", "198.51.100.1:4711", proxies), "198.51.100.1");
  EXPECT_EQ(source_behind("10.0.0.1", "[2001:db8::1]:4711", proxies), "2001:db8::1");
  EXPECT_EQ(source_behind("10.0.0.1", "unknown", proxies), "10.0.0.1");
  EXPECT_EQ(source_behind("10.0.0.1", "", proxies), "10.0.0.1");
}

TEST(AttachmentNamed, HoldsAnyName) {
  EXPECT_EQ(attachment_named("cv.pdf"), "attachment; filename=\"cv.pdf\"; filename*=UTF-8''cv.pdf");
  EXPECT_EQ(attachment_named("Zoë \"x\".pdf"),
            "attachment; filename=\"Zo__ _x_.pdf\"; filename*=UTF-8''Zo%C3%AB%20%22x%22.pdf");
  EXPECT_EQ(attachment_named("a\r\nSet-Cookie: b"),
            "attachment; filename=\"a__Set-Cookie: b\"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b");
}

}  // namespace
}  // namespace collega::http
