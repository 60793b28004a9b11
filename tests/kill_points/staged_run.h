// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A maintenance against the lab, with its journals on the disk, whose processes are killed and taken up again. The lab
// outlives them: it is made anew for each process from what the lab was told before.
#pragma once

#include "model/maintenance/recorded_settings.h"
#include "remoting/lab/organisation.h"
#include "tests/kill_points/traced_process.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drydock::tests {

// A command that arrived at the lab.
struct Arrived {
    domain::Time at{};
    std::string run; // id
    std::size_t step = 0;
    std::size_t index = 0;
    bool undo = false;
    maintenance::Command command;
};

// What the operator asks for.
enum class Word { Enter, Reinstate, Undo, Resume };

class StagedRun
{
public:
    StagedRun(lab::Scenario scenario, domain::ServerName server, std::filesystem::path folder);
    // The same lab and the same journals, in another folder.
    [[nodiscard]] StagedRun copiedTo(const std::filesystem::path& folder) const;

    // One process that begins or takes up a run, and plays until it rests or is killed. With `stopAfter` the operator
    // asks for a stop when that step is done.
    TracedProcess process(Word word, const std::optional<KillPoint>& point = {},
                          std::optional<std::size_t> stopAfter = {});
    // Begins, continues, sends again or undoes, a process each time, until the run is over. Returns whether it is.
    [[nodiscard]] bool bringToItsEnd(Word word);

    [[nodiscard]] lab::Organisation lab() const;
    [[nodiscard]] lab::Organisation labAtTheStart() const;
    // What the lab says of everything that a maintenance is about, a line for each fact.
    [[nodiscard]] std::vector<std::string> facts() const;
    // How often each command of the runs arrived at the lab.
    [[nodiscard]] std::map<std::string, int> arrivals() const;
    // The promises that must hold at any moment, also right after a kill, and are broken: journals that cannot be read,
    // commands that left without a record.
    [[nodiscard]] std::vector<std::string> broken() const;
    // A run as it is listed, and what its whole journal tells.
    struct Run {
        maintenance::RunListing listing;
        maintenance::RunState state;
    };
    [[nodiscard]] std::vector<Run> runs() const;
    // The run that the word is about; nullptr while no record of it is on the disk.
    [[nodiscard]] static const Run* find(const std::vector<Run>& runs, Word word);

private:
    [[nodiscard]] domain::Result<std::optional<maintenance::RecordedSettings>> settingsFromBefore() const;
    [[nodiscard]] std::string folder() const { return m_folder.string(); }

    lab::Scenario m_scenario;
    domain::ServerName m_server;
    std::filesystem::path m_folder;
    std::vector<Arrived> m_arrived;
    domain::Time m_now{}; // of the lab
};

} // namespace drydock::tests
