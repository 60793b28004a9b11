// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A process of its own with the keychain of its environment: `keychain_probe read|write|remove KEY`. The password to
// write comes from standard input; the one that was read, or the kind of the error, goes to standard output.
#include "model/ports/on_finished.h"
#include "remoting/keychain/keychain_store.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <string>

using namespace drydock;

namespace {

int failed(const domain::Error& error)
{
    std::printf("%s\n", domain::toString(error.kind));
    std::fprintf(stderr, "%s\n", error.summary().c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 3) return 2;
    const std::string verb = argv[1];
    const auto key = QString::fromLocal8Bit(argv[2]);
    keychain::KeychainStore store(QStringLiteral("drydock-test"));
    const auto done = [](const domain::Result<>& result) {
        QCoreApplication::exit(result ? 0 : failed(result.error()));
    };
    if (verb == "write") {
        std::string secret;
        std::getline(std::cin, secret);
        ports::onFinished(&application, store.write(key, domain::Secret(std::move(secret))), done);
    } else if (verb == "remove") {
        ports::onFinished(&application, store.remove(key), done);
    } else {
        ports::onFinished(&application, store.read(key),
                          [](const std::shared_ptr<domain::Result<domain::Secret>>& result) {
                              if (*result) std::printf("%s\n", std::string((*result)->reveal()).c_str());
                              QCoreApplication::exit(*result ? 0 : failed(result->error()));
                          });
    }
    return QCoreApplication::exec();
}
