#include "remoting/wsman/xml.h"

#include "model/domain/utf8.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace drydock::wsman::xml {
namespace {

using domain::ErrorKind;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::string_view prefixOf(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

bool declares(const pugi::xml_attribute& attribute, std::string_view prefix)
{
    const std::string_view name = attribute.name();
    if (!name.starts_with("xmlns")) return false;
    return prefix.empty() ? name.size() == 5
                          : name.size() == 6 + prefix.size() && name[5] == ':' && name.ends_with(prefix);
}

bool hasTooManyAttributes(pugi::xml_node node)
{
    constexpr std::size_t most = 64; // an envelope of Windows declares about ten namespaces
    const auto attributes = node.attributes();
    std::size_t count = 0;
    for (auto at = attributes.begin(); at != attributes.end(); ++at)
        if (++count > most) return true;
    return false;
}

// What finding elements by namespace costs is the product of these: every one asks all attributes above it.
bool isOutOfBounds(const pugi::xml_document& document)
{
    constexpr std::size_t elements = 20'000;
    constexpr std::size_t nesting = 100;
    std::size_t count = 0;
    std::size_t depth = 0;
    pugi::xml_node walk = document.root();
    for (;;) {
        if (walk.type() == pugi::node_element && (depth > nesting || ++count > elements || hasTooManyAttributes(walk)))
            return true;
        if (walk.first_child()) {
            walk = walk.first_child();
            ++depth;
            continue;
        }
        while (walk != document && !walk.next_sibling()) {
            walk = walk.parent();
            --depth;
        }
        if (walk == document) return false;
        walk = walk.next_sibling();
    }
}

class StringWriter : public pugi::xml_writer
{
public:
    explicit StringWriter(std::string& out) : m_out(out) {}
    void write(const void* data, std::size_t size) override { m_out.append(static_cast<const char*>(data), size); }

private:
    std::string& m_out;
};

} // namespace

domain::Result<> load(pugi::xml_document& document, std::string_view text)
{
    if (std::memchr(text.data(), 0, text.size()) != nullptr)
        return domain::fail(ErrorKind::Malformed, "read envelope", "the document holds a NUL character");
    const unsigned flags = pugi::parse_escapes | pugi::parse_eol | pugi::parse_cdata | pugi::parse_doctype;
    const auto result = document.load_buffer(text.data(), text.size(), flags, pugi::encoding_utf8);
    if (!result)
        return domain::fail(ErrorKind::Malformed, "read envelope",
                            std::string(result.description()) + " at byte " + std::to_string(result.offset));
    for (const auto node : document.children())
        if (node.type() == pugi::node_doctype)
            return domain::fail(ErrorKind::Malformed, "read envelope", "a document type declaration is refused");
    if (isOutOfBounds(document))
        return domain::fail(ErrorKind::LimitExceeded, "read envelope", "too many elements or attributes, or too deep");
    return {};
}

std::string_view namespaceOf(pugi::xml_node node)
{
    const std::string_view prefix = prefixOf(node.name());
    for (auto scope = node; scope.type() == pugi::node_element; scope = scope.parent())
        for (const auto& attribute : scope.attributes())
            if (declares(attribute, prefix)) return attribute.value();
    return {};
}

std::string_view localName(pugi::xml_node node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is(pugi::xml_node node, std::string_view ns, std::string_view local)
{
    return node.type() == pugi::node_element && localName(node) == local && namespaceOf(node) == ns;
}

pugi::xml_node child(pugi::xml_node parent, std::string_view ns, std::string_view local)
{
    for (const auto node : parent.children())
        if (is(node, ns, local)) return node;
    return {};
}

std::string childText(pugi::xml_node parent, std::string_view ns, std::string_view local)
{
    return text(child(parent, ns, local));
}

std::string content(pugi::xml_node node)
{
    std::string joined;
    for (const auto child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) joined += child.value();
    return joined;
}

std::string text(pugi::xml_node node) { return domain::toValidUtf8(trimmed(content(node))); }

std::optional<std::chrono::milliseconds> toDuration(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
    text.remove_prefix(1);
    double seconds = 0;
    bool inTime = false;
    while (!text.empty()) {
        if (text.front() == 'T') {
            if (inTime || text.size() == 1) return std::nullopt;
            inTime = true;
            text.remove_prefix(1);
            continue;
        }
        if (text.front() < '0' || text.front() > '9') return std::nullopt; // from_chars would take "nan" and "inf"
        double number = 0;
        const auto [end, error] =
            std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
        if (error != std::errc() || end == text.data() + text.size()) return std::nullopt;
        if (*end == 'D' && !inTime)
            seconds += number * 86400;
        else if (*end == 'H' && inTime)
            seconds += number * 3600;
        else if (*end == 'M' && inTime)
            seconds += number * 60;
        else if (*end == 'S' && inTime)
            seconds += number;
        else
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    }
    constexpr double most = 1e12; // thirty thousand years: more is nonsense and would overflow
    if (seconds > most) return std::nullopt;
    return std::chrono::milliseconds(std::llround((negative ? -seconds : seconds) * 1000));
}

std::string fromDuration(std::chrono::milliseconds duration)
{
    std::string out = "PT" + std::to_string(duration.count() / 1000);
    if (const auto rest = duration.count() % 1000; rest != 0) {
        const auto digits = std::to_string(rest);
        out += "." + std::string(3 - digits.size(), '0') + digits;
    }
    return out + "S";
}

pugi::xml_node append(pugi::xml_node parent, const char* name, std::string_view text)
{
    auto node = parent.append_child(name);
    if (!text.empty()) node.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
    return node;
}

void attribute(pugi::xml_node node, const char* name, std::string_view value)
{
    node.append_attribute(name).set_value(std::string(value).c_str());
}

std::string print(const pugi::xml_document& document)
{
    std::string out;
    StringWriter writer(out);
    document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out;
}

} // namespace drydock::wsman::xml
