// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/printer.h"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/string_body.hpp>

namespace drydock::http {
namespace {

namespace beast = boost::beast::http;

boost::beast::string_view view(std::string_view text) { return {text.data(), text.size()}; }

template <bool isRequest> std::string print(const beast::message<isRequest, beast::string_body>& message)
{
    std::string out;
    beast::serializer<isRequest, beast::string_body> serializer(message);
    boost::system::error_code error;
    while (!serializer.is_done() && !error) {
        serializer.next(error, [&](boost::system::error_code&, const auto& buffers) {
            std::size_t size = 0;
            for (auto it = boost::asio::buffer_sequence_begin(buffers); it != boost::asio::buffer_sequence_end(buffers);
                 ++it) {
                const boost::asio::const_buffer buffer(*it);
                out.append(static_cast<const char*>(buffer.data()), buffer.size());
                size += buffer.size();
            }
            serializer.consume(size);
        });
    }
    return out;
}

} // namespace

std::string print(const Post& post)
{
    beast::request<beast::string_body> message(beast::verb::post, view(post.target), 11);
    message.set(beast::field::host, view(post.host));
    message.set(beast::field::connection, "Keep-Alive");
    message.set(beast::field::user_agent, "Microsoft WinRM Client");
    message.set(beast::field::accept_encoding, "identity");
    message.set(beast::field::content_type, view(post.contentType));
    message.content_length(post.body.size());
    const std::string head = print(message);
    // The password is copied once, into a string that the caller wipes. Beast's fields and a growing string would leave
    // further copies.
    constexpr std::string_view name = "Authorization: ", lineEnd = "\r\n";
    std::string out;
    out.reserve(head.size() + name.size() + post.authorization.size() + lineEnd.size() + post.body.size());
    out.append(head, 0, head.size() - lineEnd.size());
    if (!post.authorization.empty()) out.append(name).append(post.authorization).append(lineEnd);
    return out.append(lineEnd).append(post.body);
}

std::string printGet(std::string_view host, std::string_view target)
{
    beast::request<beast::string_body> message(beast::verb::get, view(target), 11);
    message.set(beast::field::host, view(host));
    message.set(beast::field::connection, "Keep-Alive");
    message.set(beast::field::user_agent, "Drydock");
    message.set(beast::field::accept_encoding, "identity");
    return print(message);
}

std::string print(const Response& response, bool keepAlive)
{
    beast::response<beast::string_body> message(beast::int_to_status(static_cast<unsigned>(response.status)), 11);
    message.result(static_cast<unsigned>(response.status));
    if (!response.reason.empty()) message.reason(view(response.reason));
    for (const auto& [name, value] : response.headers)
        message.insert(view(name), view(value));
    message.body() = response.body;
    message.keep_alive(keepAlive);
    message.content_length(response.body.size());
    return print(message);
}

} // namespace drydock::http
