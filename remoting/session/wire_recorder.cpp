// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/wire_recorder.h"

#include <QFileInfo>

namespace drydock::session {
namespace {

// Returns a YAML scalar on one line: plain if that is unambiguous, otherwise single-quoted. Neither may contain line
// ends.
std::string scalar(const std::string& text)
{
    if (text.empty()) return "null";
    std::string line;
    for (const char c : text) {
        if (c == '\n')
            line += "&#10;"; // equivalent, since line ends stand only in texts of XML
        else if (c != '\r')
            line += c;
    }
    const bool plain =
        line.front() == '<' && line.find(": ") == std::string::npos && line.find(" #") == std::string::npos;
    if (plain) return line;
    std::string quoted = "'";
    for (const char c : line) {
        quoted += c;
        if (c == '\'') quoted += c;
    }
    return quoted + "'";
}

} // namespace

domain::Result<std::shared_ptr<WireRecorder>> WireRecorder::create(const QString& path)
{
    std::shared_ptr<WireRecorder> recorder(new WireRecorder);
    recorder->m_file.setFileName(path);
    // The file is made new, so that a program that has an older file of that name open cannot read this recording.
    if (QFileInfo(path).isFile()) QFile::remove(path);
    if (!recorder->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner) ||
        recorder->m_file.write("messages:\n") < 0)
        return domain::fail(domain::ErrorKind::Storage, "write " + path.toStdString(),
                            recorder->m_file.errorString().toStdString());
    recorder->m_file.flush();
    return recorder;
}

WireTap WireRecorder::tap()
{
    return [self = shared_from_this()](const std::string& request, const std::string& response, int status) {
        self->record(request, response, status);
    };
}

void WireRecorder::record(const std::string& request, const std::string& response, int status)
{
    const std::scoped_lock lock(m_mutex);
    std::string text = "- request: " + scalar(m_requests.redact(request)) +
                       "\n  response: " + scalar(m_responses.redact(response)) + "\n";
    if (response.empty()) m_responses.resynchronise();
    if (status != 200) text += "  transport_error:\n    protocol: http\n    code: " + std::to_string(status) + "\n";
    m_file.write(text.data(), static_cast<qint64>(text.size()));
    m_file.flush();
}

} // namespace drydock::session
