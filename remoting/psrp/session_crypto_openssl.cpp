// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/session_crypto.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>

namespace drydock::psrp::crypto {
namespace {

using domain::ErrorKind;
using domain::Result;
using domain::Secret;

constexpr int bits = 2048;

template <auto function> struct Free {
    template <class T> void operator()(T* object) const { function(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Free<EVP_CIPHER_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;

const unsigned char* bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

domain::Failure failure(ErrorKind kind, const char* what) { return domain::fail(kind, what, "the library refused it"); }

class OpenSslKeyPair final : public RsaKeyPair
{
public:
    explicit OpenSslKeyPair(Key key) : m_key(std::move(key)) {}

    [[nodiscard]] RsaPublicKey publicKey() const override
    {
        BIGNUM* number = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), OSSL_PKEY_PARAM_RSA_N, &number);
        const Number modulus(number);
        RsaPublicKey made{std::string(bits / 8, '\0'), RSA_F4};
        BN_bn2binpad(modulus.get(), bytesOf(made.modulus), bits / 8);
        return made;
    }

    [[nodiscard]] Result<Secret> decrypt(std::string_view ciphertext) const override
    {
        const KeyContext context(EVP_PKEY_CTX_new(m_key.get(), nullptr));
        std::string plain(bits / 8, '\0');
        std::size_t size = plain.size();
        if (!context || EVP_PKEY_decrypt_init(context.get()) <= 0 ||
            EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) <= 0 ||
            EVP_PKEY_decrypt(context.get(), bytesOf(plain), &size, bytesOf(ciphertext), ciphertext.size()) <= 0) {
            domain::wipe(plain);
            return failure(ErrorKind::Malformed, "read session key");
        }
        Secret secret(std::string(plain, 0, size));
        domain::wipe(plain);
        return secret;
    }

private:
    Key m_key;
};

Key keyOf(const RsaPublicKey& parts)
{
    const Number modulus(BN_bin2bn(bytesOf(parts.modulus), static_cast<int>(parts.modulus.size()), nullptr));
    const Number exponent(BN_new());
    const Builder builder(OSSL_PARAM_BLD_new());
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    if (!modulus || !exponent || !builder || !context || BN_set_word(exponent.get(), parts.exponent) <= 0 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) <= 0 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) <= 0)
        return nullptr;
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    EVP_PKEY* key = nullptr;
    if (!parameters || EVP_PKEY_fromdata_init(context.get()) <= 0 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) <= 0)
        return nullptr;
    return Key(key);
}

// Returns the bytes of `from`, encrypted or decrypted; nothing where the key or the padding does not fit.
bool cipher(bool encrypt, const Secret& key, std::string_view from, std::string& to)
{
    constexpr std::size_t keyBytes = 32, block = 16;
    constexpr unsigned char zero[block] = {};
    const CipherContext context(EVP_CIPHER_CTX_new());
    to.assign(from.size() + block, '\0');
    int first = 0, last = 0;
    if (key.reveal().size() != keyBytes || !context ||
        EVP_CipherInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytesOf(key.reveal()), zero, encrypt ? 1 : 0) <=
            0 ||
        EVP_CipherUpdate(context.get(), bytesOf(to), &first, bytesOf(from), static_cast<int>(from.size())) <= 0 ||
        EVP_CipherFinal_ex(context.get(), bytesOf(to) + first, &last) <= 0)
        return false;
    to.resize(static_cast<std::size_t>(first) + static_cast<std::size_t>(last));
    return true;
}

} // namespace

Result<std::unique_ptr<RsaKeyPair>> RsaKeyPair::make()
{
    Key key(EVP_RSA_gen(bits));
    if (!key) return failure(ErrorKind::Internal, "make session key");
    return std::make_unique<OpenSslKeyPair>(std::move(key));
}

Result<std::string> encryptFor(const RsaPublicKey& parts, const Secret& plain)
{
    const Key key = keyOf(parts);
    const KeyContext context(key ? EVP_PKEY_CTX_new(key.get(), nullptr) : nullptr);
    std::string ciphertext(parts.modulus.size(), '\0');
    std::size_t size = ciphertext.size();
    if (!context || EVP_PKEY_encrypt_init(context.get()) <= 0 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) <= 0 ||
        EVP_PKEY_encrypt(context.get(), bytesOf(ciphertext), &size, bytesOf(plain.reveal()), plain.reveal().size()) <=
            0)
        return failure(ErrorKind::Malformed, "encrypt for public key");
    ciphertext.resize(size);
    return ciphertext;
}

Result<std::string> aesEncrypt(const Secret& key, const Secret& plain)
{
    std::string ciphertext;
    if (!cipher(true, key, plain.reveal(), ciphertext)) return failure(ErrorKind::Internal, "encrypt a string");
    return ciphertext;
}

Result<Secret> aesDecrypt(const Secret& key, std::string_view ciphertext)
{
    std::string plain;
    const bool done = cipher(false, key, ciphertext, plain);
    if (!done) domain::wipe(plain);
    if (!done) return failure(ErrorKind::Malformed, "decrypt a string");
    return Secret(std::move(plain));
}

Result<Secret> randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    if (RAND_priv_bytes(bytesOf(bytes), static_cast<int>(count)) <= 0)
        return failure(ErrorKind::Internal, "make session key");
    return Secret(std::move(bytes));
}

} // namespace drydock::psrp::crypto
