// The run over all its steps: order, journal, requests of the operator. The rules of a single step are StepMachine's.
#pragma once

#include "model/maintenance/runner.h"
#include "model/maintenance/step_machine.h"

namespace drydock::maintenance {

class Runner::Private
{
public:
    Private(RunState state, std::uint64_t nextSequence) : m_state(std::move(state)), m_sequence(nextSequence) {}
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    std::vector<Effect> on(const Event& event, domain::Time now);
    const RunState& state() const noexcept { return m_state; }

private:
    enum class Expecting { Nothing, Journal, Snapshot, Answer, Timer };
    using Next = void (Private::*)();

    void handle(const event::Start&);
    void handle(const event::JournalWritten& written);
    void handle(const event::JournalFailed& failed);
    void handle(const event::SnapshotRead& read);
    void handle(const event::SnapshotFailed& failed);
    void handle(const event::CommandAnswered& answered);
    void handle(const event::Timer&);
    void handle(const event::StopRequested&);
    void handle(const event::PauseRequested&);
    void handle(const event::ContinueRequested&);
    void handle(const event::SendAgainRequested&);
    void handle(const event::UndoRequested& request);
    void handle(const event::AbandonRequested&);

    // The record goes out; when it is on the disk it is applied into the state, and `next` is called.
    void write(RecordBody body, Next next);
    void note(const char* text, Next next) { write(record::Note{text}, next); }

    void beginRun();
    void resume(std::optional<StepMachine::RetryMode> mode); // from where it rests
    void resumeRun();
    // What was done before it stopped may have been changed since: read it again before going on.
    void recheckDoneSteps();
    void onRecheckSnapshot(const domain::DagSnapshot& snapshot);
    void onRecheckFailed(const domain::Error& error);
    void nextStep(); // a step boundary: where a run stops, holds, is undone or goes on
    void beginStep();
    void perform(const Decision& decision);
    void readSnapshot();
    void afterStarted();
    void waitUntil(domain::Time at);
    void sendCommand();
    void afterReturned();
    void afterStepFinished();
    void ask();
    void restoreStateBeforeStep();
    void suspendStep(Next next); // where it only waits
    void stopNow() { suspendStep(&Private::noteStop); }
    void noteStop() { note("stopped on request", &Private::stopped); }
    void pauseNow() { suspendStep(&Private::paused); }
    void paused();
    void stopped();
    void finishRun();
    void ended();
    // Abandon or undo was asked for, and nothing is outstanding: true when that was begun.
    bool interrupt();
    void beginUndo();
    void undoRemaining();
    void undoNext();
    void undone();
    void end(Outcome outcome);
    void failPermanently(const domain::Error& error);
    void endWithError(const domain::Error& error, Outcome outcome = Outcome::Failed);
    bool idle() const; // stopped, asking or holding, with nothing outstanding

    RunState m_state;
    std::uint64_t m_sequence = 0;
    domain::Time m_now{};
    std::vector<Effect> m_effects;
    Expecting m_expecting = Expecting::Nothing;
    std::optional<JournalRecord> m_writing;
    Next m_next = nullptr;
    std::optional<StepMachine> m_stepMachine;
    std::optional<StepState>
        m_stateBeforeStep; // the step at hand as the journal has it, until something is recorded of it
    bool m_stop = false;
    bool m_pause = false;
    bool m_abandon = false;
    std::optional<StepMachine::RetryMode> m_retryMode; // for the first step that begins with something sent
    bool m_undoing = false;
    std::optional<int> m_recheckFailures; // recheckDoneSteps() is under way, after so many readings that failed
    bool m_journalFailed = false;         // the journal failed: nothing more is sent by this object
    std::optional<std::size_t> m_undoTo;
    std::size_t m_undoAt = 0; // steps from here on are undone already
};

} // namespace drydock::maintenance
