// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Records redacted pairs of request and response in a form that the tests can replay: the `messages:` list of
// wire/*.yml.
#pragma once

#include "model/domain/result.h"
#include "remoting/session/redaction.h"
#include "remoting/session/wire_tap.h"

#include <QFile>
#include <QString>

#include <memory>
#include <mutex>

namespace drydock::session {

// Several shells may share one, and may use it from any thread. Exchanges are recorded in the order in which they were
// answered.
class WireRecorder : public std::enable_shared_from_this<WireRecorder>
{
public:
    // Replaces an existing file; only its owner may read the new one. Storage: the file cannot be written. Later write
    // errors are not reported.
    [[nodiscard]] static domain::Result<std::shared_ptr<WireRecorder>> create(const QString& path);

    // Returns the tap for a shell's settings. It keeps the recorder alive.
    [[nodiscard]] WireTap tap();

private:
    WireRecorder() = default;
    void record(const std::string& request, const std::string& response, int status);

    std::mutex m_mutex;
    QFile m_file;
    Redaction m_requests, m_responses;
};

} // namespace drydock::session
