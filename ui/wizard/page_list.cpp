// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/page_list.h"

#include "model/tables/shapes.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace drydock::ui {
namespace {

constexpr int listWidth = 196; // px

} // namespace

class PageList::Row : public QWidget
{
public:
    Row(const Theme& theme, const QString& name) : m_theme(theme), m_name(name)
    {
        m_shape = new ShapeIcon(theme);
        m_text = new TextLabel(theme, Type::Body, Role::Text, name);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(size::inCard, size::betweenControls, size::inCard, size::betweenControls);
        row->setSpacing(size::betweenControls + 2);
        row->addWidget(m_shape);
        row->addWidget(m_text, 1);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

    void setState(tables::Shape shape, bool current, bool toCome)
    {
        m_current = current;
        m_shape->setShape(shape, tables::wordOf(shape));
        m_text->setType(current ? Type::BodyBold : Type::Body);
        m_text->setRole(toCome ? Role::Muted : Role::Text);
        const QString where = current  ? PageList::tr("this page")
                              : toCome ? PageList::tr("to come")
                                       : PageList::tr("done");
        setAccessibleName(PageList::tr("%1, %2").arg(m_name, where));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (!m_current) return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Role::Selection));
        painter.drawRoundedRect(rect(), size::controlRadius, size::controlRadius);
    }

private:
    const Theme& m_theme;
    QString m_name;
    ShapeIcon* m_shape = nullptr;
    TextLabel* m_text = nullptr;
    bool m_current = false;
};

PageList::PageList(const Theme& theme, const QStringList& names, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("pageList"));
    setAccessibleName(tr("Pages of the wizard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::betweenControls, size::betweenGroups, size::betweenControls, size::betweenGroups);
    column->setSpacing(size::inControl);
    for (const auto& name : names) {
        m_rows.push_back(new Row(theme, name));
        column->addWidget(m_rows.back());
    }
    column->addStretch(1);
    setCurrent(0, tables::Shape::StepToDo);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PageList::setCurrent(int index, tables::Shape shape)
{
    m_current = index;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const auto own = i < index ? tables::Shape::StepDone : i > index ? tables::Shape::StepToDo : shape;
        m_rows[std::size_t(i)]->setState(own, i == index, i > index);
    }
}

QSize PageList::sizeHint() const { return {listWidth, QWidget::sizeHint().height()}; }

QSize PageList::minimumSizeHint() const { return {listWidth, 0}; }

void PageList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Base));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.color(Role::Line));
}

} // namespace drydock::ui
