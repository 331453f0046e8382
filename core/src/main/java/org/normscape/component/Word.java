package org.normscape.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a record where people write it, if it is not that of its class: two families may both
 * have a {@code constant}, but two classes of one name confuse whoever reads the code.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Word {

  /** The name, in small letters, words joined by hyphens. */
  String value();
}
