<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CampaignWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>votes; %n needed</source>
        <translation>
            <numerusform>votes; %n needed</numerusform>
            <numerusform>votes; %n needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::ConnectionTestView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::DatabasesPanel</name>
    <message numerus="yes">
        <source>on %1, %n logs lost</source>
        <translation>
            <numerusform>on %1, %n log lost</numerusform>
            <numerusform>on %1, %n logs lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::InlineMessage</name>
    <message numerus="yes">
        <source>%n times, last at %1</source>
        <translation>
            <numerusform>%n time, last at %1</numerusform>
            <numerusform>%n times, last at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n database(s) left</source>
        <translation>
            <numerusform>%n database left</numerusform>
            <numerusform>%n databases left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::PlanPage</name>
    <message numerus="yes">
        <source>%n steps, each verified by reading back before the next.</source>
        <translation>
            <numerusform>%n step, verified by reading back.</numerusform>
            <numerusform>%n steps, each verified by reading back before the next.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be skipped: it is so already.</source>
        <translation>
            <numerusform>%n would be skipped: it is so already.</numerusform>
            <numerusform>%n would be skipped: they are so already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::PreflightPage</name>
    <message numerus="yes">
        <source>%n overridden by you</source>
        <translation>
            <numerusform>%n overridden by you</numerusform>
            <numerusform>%n overridden by you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n check passed</numerusform>
            <numerusform>%n checks passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::SafetyPanel</name>
    <message numerus="yes">
        <source>at least %n good copies elsewhere</source>
        <translation>
            <numerusform>at least %n good copy elsewhere</numerusform>
            <numerusform>at least %n good copies elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n votes, %1 needed</source>
        <translation>
            <numerusform>%n vote, %1 needed</numerusform>
            <numerusform>%n votes, %1 needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::SeverityChips</name>
    <message numerus="yes">
        <source>%1, %n row(s)</source>
        <translation>
            <numerusform>%1, %n row</numerusform>
            <numerusform>%1, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drydock::ui::StepDelegate</name>
    <message numerus="yes">
        <source>read %n time(s), again in %1</source>
        <translation>
            <numerusform>read once, again in %1</numerusform>
            <numerusform>read %n times, again in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
</TS>
