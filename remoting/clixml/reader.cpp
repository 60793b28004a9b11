// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/reader.h"

#include "remoting/clixml/document.h"
#include "remoting/clixml/tree_builder.h"

namespace drydock::clixml {

domain::Result<std::vector<Value>> read(std::string_view xml, const Limits& limits, Footprint* footprint)
{
    DRYDOCK_TRY(const auto document, Document::parse(xml, limits));
    TreeBuilder builder(limits, document.elementBound());
    std::vector<Value> values;
    if (!builder.build(document.root(), values))
        return domain::fail(builder.errorKind(), "read CLIXML",
                            document.located(builder.errorNode(), builder.errorText()));
    if (footprint != nullptr) *footprint = builder.footprint();
    return values;
}

} // namespace drydock::clixml
