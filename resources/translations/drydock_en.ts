<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <name>drydock::ui::SeverityChips</name>
    <message numerus="yes">
        <source>%1, %n row(s)</source>
        <translation>
            <numerusform>%1, %n row</numerusform>
            <numerusform>%1, %n rows</numerusform>
        </translation>
    </message>
</context>
</TS>
