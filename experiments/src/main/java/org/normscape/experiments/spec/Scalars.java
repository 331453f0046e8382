package org.normscape.experiments.spec;

import com.typesafe.config.ConfigValue;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;

/** Reads single values: numbers, booleans, words and enums. */
final class Scalars {

  private Scalars() {}

  /** The value as an object of this type. */
  static Object read(String path, ConfigValue value, Class<?> plain) {
    Class<?> type = boxed(plain);
    Object given = value.unwrapped();
    if (type.isEnum()) {
      return constant(path, value, type);
    }
    if (type == String.class && isScalar(given)) {
      return given.toString();
    }
    if (type == Boolean.class && given instanceof Boolean) {
      return given;
    }
    if (given instanceof Number number) {
      if (type == Double.class) {
        return number.doubleValue();
      }
      if (type == Integer.class && number.intValue() == number.doubleValue()) {
        return number.intValue();
      }
      if (type == Long.class && number.longValue() == number.doubleValue()) {
        return number.longValue();
      }
    }
    throw Problems.wrongType(path, value, describe(type));
  }

  private static Object constant(String path, ConfigValue value, Class<?> type) {
    String given = String.valueOf(value.unwrapped());
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Scalars::name).toList();
    int at = names.indexOf(given);
    if (at < 0) {
      throw Problems.notOneOf(path, value, given, names);
    }
    return type.getEnumConstants()[at];
  }

  /** The constant as configuration writes it. */
  static String name(Object constant) {
    return Kebab.fromConstant(((Enum<?>) constant).name());
  }

  private static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }

  private static boolean isScalar(Object given) {
    return given instanceof String || given instanceof Number || given instanceof Boolean;
  }

  /** What a value of this type looks like, in words. */
  static String describe(Class<?> plain) {
    Class<?> type = boxed(plain);
    if (type.isEnum()) {
      return "one of " + Arrays.stream(type.getEnumConstants()).map(Scalars::name).toList();
    }
    if (type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == Double.class) {
      return "a number";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    return List.class.isAssignableFrom(type) ? "a list" : "a group of keys in braces";
  }
}
