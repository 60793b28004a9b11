// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A remote shell on a network thread of its own, against the fake host.
#pragma once

#include "remoting/session/remote_shell.h"
#include "tests/remoting/session/fake_host.h"
#include "tests/support/qt_test.h"

#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

namespace drydock::tests {

using namespace std::chrono_literals;

// Waits short enough for a test: what takes seconds on a real wire.
[[nodiscard]] inline session::Timeouts shortTimeouts()
{
    session::Timeouts timeouts;
    timeouts.connect = 2s;
    timeouts.open = 20s;
    timeouts.receiveOperation = 1s;
    timeouts.operation = 1s;
    timeouts.margin = 1s;
    timeouts.stop = 600ms;
    timeouts.deleteShell = 2s;
    timeouts.firstBackoff = 1ms;
    timeouts.longestBackoff = 4ms;
    timeouts.outage = 0ms;
    timeouts.emptyAnswer = 1ms;
    return timeouts;
}

class ShellTest : public ::testing::Test
{
protected:
    ~ShellTest() override
    {
        // What a test told the host to do often holds the test's own variables, which are gone by now.
        host.run = nullptr;
        host.injected = nullptr;
        host.fault = nullptr;
        host.change = nullptr;
        host.fragments = nullptr;
        host.poolFragments = nullptr;
        destroy();
    }

    session::RemoteShell& shell(bool readOnly = false, session::ShellSetup setup = {shortTimeouts(), {}, {}})
    {
        session::ShellEndpoint endpoint;
        endpoint.url = host.url();
        endpoint.configuration = "Microsoft.Exchange";
        endpoint.readOnly = readOnly;
        return shellAt(std::move(endpoint), {}, std::move(setup));
    }

    session::RemoteShell& shellAt(session::ShellEndpoint endpoint, std::string password,
                                  session::ShellSetup setup = {shortTimeouts(), {}, {}})
    {
        onThread([&] {
            m_shell = std::make_unique<session::RemoteShell>(*thread, std::move(endpoint),
                                                             domain::Secret(std::move(password)), std::move(setup));
        });
        return *m_shell;
    }

    // As an application that ends: first the shell, then the thread, which waits until the server has deleted the
    // shell.
    void destroy()
    {
        if (m_shell) onThread([&] { m_shell.reset(); });
        if (!thread) return;
        if (m_root != nullptr) m_root->deleteLater();
        std::atomic<bool> ended = false; // the host answers on this thread meanwhile
        std::thread ending([&] {
            thread.reset();
            ended = true;
        });
        EXPECT_TRUE(waitUntil([&] { return ended.load(); }, 10000));
        ending.join();
    }

    template <class T> static T wait(QFuture<T> future)
    {
        EXPECT_TRUE(waitUntil([&] { return future.isFinished(); }, 20000));
        if (future.resultCount() == 0)
            return domain::fail(domain::ErrorKind::Internal, "test", "the future has no result");
        return future.result();
    }

    domain::Result<session::Output> invoke(std::string name, session::InvokeOptions options = {})
    {
        return wait(m_shell->invoke(psrp::Command{std::move(name), {}}, options));
    }
    static domain::ErrorKind kindOf(const domain::Result<session::Output>& result)
    {
        return result ? domain::ErrorKind::Usage : result.error().kind;
    }
    void close()
    {
        auto closing = m_shell->close();
        EXPECT_TRUE(waitUntil([&] { return closing.isFinished(); }, 10000));
    }

    template <class Function> void onThread(Function function)
    {
        if (m_root == nullptr) {
            m_root = new QObject;
            m_root->moveToThread(thread->thread());
        }
        QMetaObject::invokeMethod(m_root, function, Qt::BlockingQueuedConnection);
    }

    FakeHost host;
    std::unique_ptr<session::NetworkThread> thread = std::make_unique<session::NetworkThread>();
    std::unique_ptr<session::RemoteShell> m_shell;

private:
    QObject* m_root = nullptr;
};

} // namespace drydock::tests
