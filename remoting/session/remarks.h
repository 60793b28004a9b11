// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Collects what a cmdlet says beside its output, its errors and its warnings, as bounded texts.
#pragma once

#include "remoting/psrp/client_pipeline.h"

#include <map>
#include <string>
#include <vector>

namespace drydock::session {

// Each text begins with the name of its stream: "verbose: …". Of the progress of an activity the last record is kept.
// What exceeds limits::remarks and limits::remarkBytes is left out, and the last text says how much.
class Remarks
{
public:
    // Warnings are kept elsewhere and passed over.
    void add(const psrp::InformationalEvent& event);
    void add(const psrp::InformationEvent& event);
    void add(const psrp::ProgressEvent& event);
    // What the cmdlet wrote to the host, or asked it. No call is answered with more than a refusal.
    void add(const psrp::HostCallEvent& event);
    // Returns, and removes, all texts.
    [[nodiscard]] std::vector<std::string> take();

private:
    void add(std::string stream, std::string_view text);

    std::vector<std::string> m_texts;
    std::map<int, std::string> m_progress; // by activity
    std::size_t m_leftOut = 0;
};

} // namespace drydock::session
