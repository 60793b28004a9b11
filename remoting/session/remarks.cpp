// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/remarks.h"

#include "model/domain/utf8.h"

#include <utility>

namespace drydock::session {
namespace {

// Returns the text, cut to the limit at a whole character.
std::string bounded(std::string text)
{
    if (text.size() <= limits::remarkBytes) return text;
    return domain::toValidUtf8(std::string_view(text).substr(0, limits::remarkBytes)) + "…";
}

std::string describe(const psrp::ProgressRecord& record)
{
    std::string text = record.activity;
    if (!record.status.empty()) text += ": " + record.status;
    if (!record.currentOperation.empty()) text += ", " + record.currentOperation;
    if (record.percentComplete >= 0) text += ", " + std::to_string(record.percentComplete) + " %";
    return record.completed ? text + ", completed" : text;
}

} // namespace

void Remarks::add(std::string stream, std::string_view text)
{
    if (m_texts.size() >= limits::remarks)
        ++m_leftOut;
    else
        m_texts.push_back(bounded(std::move(stream += ": ").append(text)));
}

void Remarks::add(const psrp::InformationalEvent& event)
{
    if (event.kind == psrp::InformationalKind::Verbose) add("verbose", event.text);
    if (event.kind == psrp::InformationalKind::Debug) add("debug", event.text);
}

void Remarks::add(const psrp::InformationEvent& event) { add("information", event.record.message); }

void Remarks::add(const psrp::ProgressEvent& event)
{
    const auto& record = event.record;
    // The first pipeline of every session brings this one (protocol.md 2.7).
    if (record.completed && record.activity == "Preparing modules for first use.") return;
    if (!m_progress.contains(record.activityId) && m_progress.size() >= limits::remarks)
        ++m_leftOut;
    else
        m_progress[record.activityId] = bounded("progress: " + describe(record));
}

void Remarks::add(const psrp::HostCallEvent& event)
{
    std::string text;
    for (const auto& parameter : event.call.parameters)
        if (const auto word = parameter.display(); !word.empty()) text.append(text.empty() ? "" : " | ").append(word);
    add("host " + event.call.methodName, text);
}

std::vector<std::string> Remarks::take()
{
    auto texts = std::exchange(m_texts, {});
    for (auto& [activity, text] : std::exchange(m_progress, {}))
        texts.push_back(std::move(text));
    if (const auto more = std::exchange(m_leftOut, 0); more > 0)
        texts.push_back(std::to_string(more) + " more were left out");
    return texts;
}

} // namespace drydock::session
