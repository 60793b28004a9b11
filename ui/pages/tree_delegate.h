// Paints a line of the server tree: shape, name, and at the right the state's word, muted.
#pragma once

#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace drydock::ui {

class TreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum ItemRole { WordRole = Qt::UserRole + 200, NameRole };
    static constexpr const char* staleProperty = "drydockStale"; // of the view: what it shows is old

    explicit TreeDelegate(const Theme& theme, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace drydock::ui
