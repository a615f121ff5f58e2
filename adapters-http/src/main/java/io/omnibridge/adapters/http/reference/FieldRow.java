package io.omnibridge.adapters.http.reference;

import gg.jte.Content;

/** A row of a table of the reference: one parameter of an operation, or one member of a schema. */
public record FieldRow(String name, String place, boolean isRequired, Content type, Content description) {}
