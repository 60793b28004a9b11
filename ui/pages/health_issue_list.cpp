// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/health_issue_list.h"

#include "model/tables/roles.h"
#include "model/tables/text.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/time_text.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace drydock::ui {
namespace {

using AttentionColumn = tables::HealthIssuesModel::Column;

QString cellText(const QModelIndex& index, AttentionColumn column)
{
    return tables::withLocalTimes(index.siblingAtColumn(int(column)).data().toString());
}

QString wholeTitle(const QModelIndex& index)
{
    return HealthIssueList::tr("%1 %2", "what it is about, what is wrong with it")
        .arg(cellText(index, AttentionColumn::Subject), cellText(index, AttentionColumn::Text));
}

// The bold line and the muted lines below it. If there is no advice and the problem does not fit in the bold line, the
// problem moves to the lines below, because it ends with the message of a server.
struct Lines {
    QString title;
    QString below;
};

Lines linesFor(const QModelIndex& index, int width)
{
    Lines lines{wholeTitle(index), cellText(index, AttentionColumn::Advice)};
    if (!lines.below.isEmpty() || QFontMetrics(ui::font(Type::BodyBold)).horizontalAdvance(lines.title) <= width)
        return lines;
    return {cellText(index, AttentionColumn::Subject), cellText(index, AttentionColumn::Text)};
}

class HealthIssueDelegate final : public QStyledItemDelegate
{
public:
    HealthIssueDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        const bool stale = index.data(tables::StaleRole).toBool();
        painter->save();
        if (selected) painter->fillRect(option.rect, m_theme.color(Role::Selection));
        const auto severity = static_cast<domain::Severity>(index.data(tables::SeverityRole).toInt());
        const auto role = stale ? Role::Muted : Theme::roleOf(severity);
        auto area = option.rect.adjusted(0, size::betweenControls, 0, -size::betweenControls);
        const QFontMetrics bold(ui::font(Type::BodyBold));
        const QRect icon(area.left() + 2, area.top(), size::icon, bold.height());
        m_theme.icons().paint(*painter, icon, shapeOf(severity), m_theme.textOn(role, selected));
        area.setLeft(icon.right() + size::betweenControls);
        painter->setFont(ui::font(Type::BodyBold));
        painter->setPen(m_theme.textOn(Role::Text, selected));
        const auto [first, advice] = linesFor(index, area.width());
        painter->drawText(area.left(), area.top(), area.width(), bold.height(), Qt::AlignLeft | Qt::AlignVCenter,
                          bold.elidedText(first, Qt::ElideRight, area.width()));
        painter->setFont(ui::font(Type::Secondary));
        painter->setPen(m_theme.textOn(Role::Muted, selected));
        const auto lines = linesOf(advice, area.width());
        const auto second = lines < mostLines ? advice
                                              : painter->fontMetrics().elidedText(advice, Qt::ElideRight,
                                                                                  lines * area.width() - wrapLoss);
        painter->drawText(
            QRect(area.left(), area.top() + bold.height() + 2, area.width(), lines * painter->fontMetrics().height()),
            Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, second);
        painter->fillRect(QRect(area.left(), option.rect.bottom(), area.width(), 1), m_theme.color(Role::Line));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* list = qobject_cast<const QListView*>(option.widget);
        const auto width = (list ? list->viewport()->width() : option.rect.width()) - beforeText;
        const auto lines = linesOf(linesFor(index, width).below, width);
        return {100, QFontMetrics(ui::font(Type::BodyBold)).height() +
                         lines * QFontMetrics(ui::font(Type::Secondary)).height() + 2 * size::betweenControls + 3};
    }

private:
    static constexpr int beforeText = 2 + size::icon + size::betweenControls - 1;
    static constexpr int wrapLoss = 48; // px; an estimate of what is lost at a line end when a word wraps
    static constexpr int mostLines = 3;

    // Returns the number of lines the advice takes, at most mostLines. The tool tip shows the whole text.
    static int linesOf(const QString& advice, int width)
    {
        if (advice.isEmpty()) return 0;
        const QFontMetrics metrics(ui::font(Type::Secondary));
        const auto height = metrics
                                .boundingRect(QRect(0, 0, std::max(width, 1), mostLines * 2 * metrics.height()),
                                              Qt::TextWordWrap, advice)
                                .height();
        return std::clamp(height / metrics.height(), 1, mostLines);
    }

    static tables::Shape shapeOf(domain::Severity severity)
    {
        switch (severity) {
        case domain::Severity::Critical:
            return tables::Shape::CopyFailed;
        case domain::Severity::Unknown:
            return tables::Shape::StepUnknown;
        case domain::Severity::Maintenance:
            return tables::Shape::ServerInMaintenance;
        default:
            return tables::Shape::CheckWarn;
        }
    }

    const Theme& m_theme;
};

// Sorts the issues by severity. Tool tip and accessible text hold the whole text of an issue.
class IssueOrder final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    QVariant data(const QModelIndex& index, int role) const override
    {
        const auto whole = [&] {
            return QString(wholeTitle(index) + QLatin1Char('\n') + cellText(index, AttentionColumn::Advice)).trimmed();
        };
        if (role == Qt::ToolTipRole) return tables::toolTipText(whole());
        if (role == Qt::AccessibleTextRole) return whole();
        return QSortFilterProxyModel::data(index, role);
    }

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        const auto l = left.data(tables::SeverityRole).toInt();
        const auto r = right.data(tables::SeverityRole).toInt();
        return l != r ? l > r : left.row() < right.row();
    }
};

} // namespace

HealthIssueList::HealthIssueList(const Theme& theme, tables::HealthIssuesModel& model, QWidget* parent)
    : QListView(parent)
{
    setObjectName(QStringLiteral("healthIssues"));
    setAccessibleName(tr("Needs attention"));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setModelColumn(int(AttentionColumn::Subject));
    setItemDelegate(new HealthIssueDelegate(theme, this));
    auto* order = new IssueOrder(this);
    order->setSourceModel(&model);
    order->setDynamicSortFilter(true);
    order->sort(0);
    setModel(order);
    setModelColumn(int(AttentionColumn::Subject));
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        emit chosen(index.data(tables::ServerRole).toString(), index.data(tables::DatabaseRole).toString());
    });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void HealthIssueList::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit activated(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void HealthIssueList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace drydock::ui
