package org.werkgraaf.web.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameter {@code lang} of an operation; which values it takes is filled in when the service runs. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = ReaderLanguage.NAME, description = "Language of the labels.", schema = @Schema(type = "string"))
public @interface TakesLanguage {}
