// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Tokens of a stranger, as a server sends them to the client and as a client sends them to the lab. What is in them is
// read by the system's own library; what is ours is that any answer of it is taken, that nobody is believed, and that
// an error ends the authentication.
#include "remoting/auth/acceptor.h"
#include "remoting/auth/logon.h"
#include "tests/fuzz/require.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <unistd.h>

using namespace drydock;
using drydock::tests::require;
using namespace drydock::auth;

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:gssntlmssp\nleak:libcrypto\n"; }

namespace {

// A machine without a realm, with one NTLM user: nobody is asked over the network.
class Machine
{
public:
    Machine() : m_folder(std::filesystem::temp_directory_path() / ("drydock-tokens-" + std::to_string(getpid())))
    {
        std::filesystem::create_directories(m_folder);
        set("KRB5_CONFIG", "[libdefaults]\n dns_lookup_kdc = false\n dns_lookup_realm = false\n");
        set("NTLM_USER_FILE", "LAB:admin:practice\n");
    }
    ~Machine()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

private:
    void set(const char* variable, const char* text) const
    {
        const auto file = m_folder / variable;
        std::ofstream(file) << text;
        setenv(variable, file.c_str(), 1);
    }

    std::filesystem::path m_folder;
};

void asClient(std::string_view token)
{
    Credentials credentials{domain::AuthenticationScheme::Negotiate, "LAB\\admin",
                            domain::Secret(std::string("practice"))};
    credentials.allowNtlm = true;
    const auto context = makeLogon(credentials)->begin({"server.test", {}, {}});
    if (!context || !(*context)->step({})) return; // this machine has no NTLM
    const auto& client = *context;
    const auto answer = client->step(token);
    if (answer && !client->isEstablished()) static_cast<void>(client->step(token));
    if (!client->isEstablished()) return;
    require(client->mechanism() ==
            "NTLM"); // which proves no server, but nothing of one that does not know the key is read
    require(!client->unseal(token.substr(0, token.size() / 2), token.substr(token.size() / 2)));
}

void asServer(std::string_view token)
{
    static const auto acceptor = makeAcceptor({domain::AuthenticationScheme::Negotiate, {}, true});
    if (!acceptor) return;
    const auto context = (*acceptor)->newContext({});
    if (context->step(token) && !context->isEstablished()) static_cast<void>(context->step(token));
    require(!context->isEstablished());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Machine machine;
    if (!implementsContexts() || size == 0) return 0;
    const std::string_view token(reinterpret_cast<const char*>(data), size);
    asClient(token);
    asServer(token);
    return 0;
}
