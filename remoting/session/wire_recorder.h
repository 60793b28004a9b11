// Records what goes over the wire, redacted, as pairs that the tests can replay: the `messages:` list of wire/*.yml.
#pragma once

#include "model/domain/result.h"
#include "remoting/session/redaction.h"
#include "remoting/session/wire_tap.h"

#include <QFile>
#include <QString>

#include <memory>
#include <mutex>

namespace drydock::session {

// Shells may share one; their exchanges then stand in the order in which they were answered.
class WireRecorder : public std::enable_shared_from_this<WireRecorder>
{
public:
    // Storage when the file cannot be written. Readable by its owner only.
    [[nodiscard]] static domain::Result<std::shared_ptr<WireRecorder>> create(const QString& path);

    // The tap for a shell's set-up; it keeps the recorder alive.
    [[nodiscard]] WireTap tap();

private:
    WireRecorder() = default;
    void record(const std::string& request, const std::string& response, int status);

    std::mutex m_mutex;
    QFile m_file;
    Redaction m_requests, m_responses;
};

} // namespace drydock::session
