// The same, over TLS; and the pages.

#include <gtest/gtest.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <fstream>

#include "server_test.h"

namespace collega::http {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// A key and a certificate that it signed itself, for an hour.
void write_certificate(const std::filesystem::path& certificate_file, const std::filesystem::path& key_file) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key{EVP_EC_gen("P-256"), EVP_PKEY_free};
  const std::unique_ptr<X509, decltype(&X509_free)> certificate{X509_new(), X509_free};
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  std::FILE* file = std::fopen(certificate_file.c_str(), "w");
  PEM_write_X509(file, certificate.get());
  std::fclose(file);
  file = std::fopen(key_file.c_str(), "w");
  PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(file);
}

/// Speaks TLS over the socket of a client.
class Secure {
 public:
  explicit Secure(TestClient& client, int version = TLS1_3_VERSION) {
    SSL_CTX_set_min_proto_version(context_.get(), version);
    SSL_CTX_set_max_proto_version(context_.get(), version);
    SSL_CTX_set_security_level(context_.get(), 0);
    ssl_.reset(SSL_new(context_.get()));
    SSL_set_fd(ssl_.get(), client.socket());
    is_connected = SSL_connect(ssl_.get()) == 1;
  }

  /// What comes back until the other side ends it.
  std::string ask(std::string_view bytes) {
    SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
    std::string heard;
    char piece[16384];
    int got = 0;
    while ((got = SSL_read(ssl_.get(), piece, sizeof piece)) > 0) heard.append(piece, static_cast<std::size_t>(got));
    is_ended_well = SSL_get_error(ssl_.get(), got) == SSL_ERROR_ZERO_RETURN;
    return heard;
  }

  bool is_connected = false;
  bool is_ended_well = false;

 private:
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_{nullptr, SSL_free};
};

class ServerTls : public ServerTest {
 protected:
  void SetUp() override {
    settings_.certificate = office_.folder() / "server.crt";
    settings_.certificate_key = office_.folder() / "server.key";
    write_certificate(settings_.certificate, settings_.certificate_key);
  }
};

TEST_F(ServerTls, IsAnswered) {
  serve();
  sign_in("adviser");
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TestClient client{port()};
    Secure secure{client, version};
    ASSERT_TRUE(secure.is_connected);
    const std::string body = R"({"text":")" + std::string(100'000, 'a') + "\"}";
    const std::string heard = secure.ask(request(
        "POST", "/api/notes/add",
        "Cookie: __Host-collega=" + session_ + "\r\nX-CSRF-Token: " + csrf_ + "\r\nConnection: close\r\n", body));
    EXPECT_THAT(heard.substr(0, 2000),
                AllOf(HasSubstr("HTTP/1.1 200 OK"), HasSubstr("Strict-Transport-Security: max-age=31536000")));
    EXPECT_GT(heard.size(), 100'000u);
    EXPECT_TRUE(secure.is_ended_well);
  }
}

TEST_F(ServerTls, DoesNotTakeTheCookieThatAnybodyCanSet) {
  serve();
  sign_in("adviser");
  TestClient client{port()};
  Secure secure{client};
  EXPECT_THAT(secure.ask(request("GET", "/api/session", "Cookie: collega=" + session_ + "\r\nConnection: close\r\n")),
              HasSubstr("not_signed_in"));
}

TEST_F(ServerTls, IsNoOlderThan12) {
  serve();
  TestClient client{port()};
  EXPECT_FALSE((Secure{client, TLS1_1_VERSION}.is_connected));
}

TEST_F(ServerTls, TellsWhoSpeaksWithoutIt) {
  serve();
  const Heard heard = get("/healthz");
  EXPECT_EQ(heard.status, 400);
  EXPECT_EQ(heard.json().at("where").as_string(), "https");
}

TEST_F(ServerTls, CutsOffWhoeverDoesNotShakeHands) {
  settings_.limits.header_time = 200ms;
  serve();
  TestClient client{port()};
  client.send("\x16\x03\x01");
  EXPECT_TRUE(client.is_ended());
}

TEST_F(ServerTls, CutsOffWhoeverSendsSlowlyThroughIt) {
  settings_.limits.header_time = 200ms;
  serve();
  TestClient client{port()};
  Secure secure{client};
  EXPECT_THAT(secure.ask("GET / HTTP/1.1\r\n"), HasSubstr("HTTP/1.1 408 "));
}

TEST_F(ServerTls, NeedsACertificateThatCanBeRead) {
  settings_.certificate = office_.folder() / "gone.crt";
  EXPECT_EQ(Server(office_.office(), settings_).start().error().code, ErrorCode::file_unreadable);
}

TEST_F(ServerTest, ServesThePages) {
  settings_.pages = office_.folder() / "pages";
  std::filesystem::create_directories(settings_.pages / "assets");
  std::ofstream{settings_.pages / "index.html"} << "<html>Collega</html>";
  std::ofstream{settings_.pages / "assets/index-B7p3xQ_z.js"} << "run()";
  serve();
  EXPECT_EQ(get("/people/3").body, "<html>Collega</html>");
  EXPECT_EQ(get("/people/3").field("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(get("/assets/index-B7p3xQ_z.js").field("cache-control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(get("/assets/gone.js").code(), "no_such_page");
  EXPECT_EQ(get("/api/people/burn").code(), "no_such_page");
  EXPECT_EQ(get("/../../etc/passwd").body, "<html>Collega</html>");  // a path of the pages, and nothing of the disk
}

}  // namespace
}  // namespace collega::http
