// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/value.h"

namespace drydock::clixml {

namespace {

Value record(std::vector<Property> extended, std::vector<Property> adapted = {})
{
    Object object;
    object.extended = std::move(extended);
    object.adapted = std::move(adapted);
    return Value::object(std::move(object));
}

TEST(Value, IsNilByDefault)
{
    EXPECT_TRUE(Value().isNil());
    EXPECT_EQ(Value().display(), "");
    EXPECT_FALSE(Value().toInt());
    EXPECT_TRUE(Value()["Anything"].isNil());
    EXPECT_TRUE(Value().items().empty());
}

TEST(Value, FindsPropertiesInAnyCaseExtendedFirst)
{
    const Value value =
        record({{"State", Value::string("new")}}, {{"state", Value::string("old")}, {"Name", Value::int32(7)}});
    EXPECT_EQ(value["STATE"].text(), "new");
    EXPECT_EQ(value["name"].toInt(), 7);
    EXPECT_TRUE(value.has("Name"));
    EXPECT_FALSE(value.has("Nam"));
}

TEST(Value, AnEnumGivesItsNumberAndName)
{
    const Value state = Value::enumeration("Microsoft.Exchange.Data.ServiceState", "Active", 1);
    EXPECT_EQ(state.display(), "Active");
    EXPECT_EQ(state.toInt(), 1);
    EXPECT_TRUE(state.isA("System.Enum"));
    EXPECT_TRUE(state.isA("Deserialized.Microsoft.Exchange.Data.ServiceState"));
    EXPECT_FALSE(state.isA("ServiceState"));
}

TEST(Value, ReadsNumbersAndReportsWhenThereIsNone)
{
    EXPECT_EQ(Value(Type::UInt64, "18446744073709551615").toInt(), std::nullopt); // does not fit
    EXPECT_EQ(Value(Type::Int32, "+5").toInt(), 5);
    EXPECT_EQ(Value(Type::Int32, "5x").toInt(), std::nullopt);
    EXPECT_EQ(Value(Type::String, "5").toInt(), std::nullopt);
    EXPECT_EQ(Value(Type::Double, "1.5E+3").toDouble(), 1500.0);
    EXPECT_EQ(Value(Type::Boolean, "1").toBool(), true);
    EXPECT_EQ(Value(Type::Boolean, "maybe").toBool(), std::nullopt);
}

TEST(Value, ComparesTreesByContent)
{
    const Value a = record({{"List", Value::list({Value::string("x"), Value()})}});
    const Value b = record({{"List", Value::list({Value::string("x"), Value()})}});
    const Value c = record({{"List", Value::list({Value::string("y"), Value()})}});
    EXPECT_EQ(a, b);
    EXPECT_FALSE(a == c);
}

TEST(Value, ComparesNestedReferencesWithoutExpandingThem)
{
    Value a = Value::string("bottom");
    Value b = Value::string("bottom");
    for (int level = 0; level < 40; ++level) {
        a = Value::list(std::vector<Value>(10, a));
        b = Value::list(std::vector<Value>(10, b));
    }
    EXPECT_EQ(a, b);
}

} // namespace

} // namespace drydock::clixml
