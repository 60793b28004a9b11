// The WS-Management operations of one shell over two connections: everything but Receive in order on one, Receive on
// the other.
#pragma once

#include "model/domain/result.h"
#include "remoting/http/http_connection.h"
#include "remoting/session/shell_endpoint.h"
#include "remoting/session/timeouts.h"
#include "remoting/session/wire_tap.h"
#include "remoting/wsman/response.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <string>

namespace drydock::session {

// What failed when an answer belongs to another request: the connection is gone, the request may be asked about again.
inline constexpr const char* mismatch = "match response to request";

class WsmanShellClient : public QObject
{
    Q_OBJECT
public:
    // A fault is a value here; errors are those of the connection, and Malformed for an answer that is no envelope or
    // answers another request (its connection is dropped then).
    using Answer = std::function<void(domain::Result<wsman::Response>)>;

    WsmanShellClient(const ShellEndpoint& endpoint, domain::Secret password, const Timeouts& timeouts, WireTap tap,
                     QObject* parent = nullptr);

    // The answer is dropped when `context` is gone by then.
    void create(std::string shellId, std::string creationXml, QObject* context, Answer answer);
    void command(std::string commandId, std::string firstFragment, QObject* context, Answer answer);
    void send(std::string stream, std::string commandId, std::string fragment, QObject* context, Answer answer);
    void receive(std::string commandId, QObject* context, Answer answer); // empty id: the runspace pool's
    void signal(std::string commandId, std::string_view code, QObject* context, Answer answer);
    void isAlive(QObject* context, Answer answer);
    void deleteShell(QObject* context, Answer answer);

    void setShellId(std::string shellId) { m_shellId = std::move(shellId); }
    [[nodiscard]] const std::string& shellId() const noexcept { return m_shellId; }
    void setMaxEnvelopeSize(int bytes) { m_maxEnvelopeSize = bytes; }

    // Ends the Receive in flight (it is answered Cancelled) and its connection.
    void abortReceive() { m_receiveConnection.abort(); }
    // Ends everything in flight and forgets what waits.
    void abort();
    // The request that deletes the shell, for one who sends it when this channel is gone.
    [[nodiscard]] std::string deleteRequest() const;
    [[nodiscard]] http::HttpConnectionOptions connectionOptions() const { return m_options.clone(); }

private:
    struct Call {
        wsman::Request request;
        QPointer<QObject> context;
        Answer answer;
    };

    [[nodiscard]] wsman::Request make(wsman::Operation operation, wsman::RequestBody body,
                                      Milliseconds operationTimeout) const;
    void enqueue(wsman::Request request, QObject* context, Answer answer);
    void next();
    void post(http::HttpConnection& connection, Call call, std::function<void()> after);

    http::HttpConnectionOptions m_options;
    const Timeouts m_timeouts;
    const WireTap m_tap;
    const std::string m_to, m_resourceUri, m_sessionId;
    std::string m_shellId;
    int m_maxEnvelopeSize;
    http::HttpConnection m_controlConnection, m_receiveConnection;
    std::deque<Call> m_waiting;
    bool m_controlBusy = false;
};

} // namespace drydock::session
