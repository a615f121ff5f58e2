package io.omnibridge.adapters.http.reference;

import gg.jte.Content;

/** A row of a table of the reference: one response of an operation. */
public record ResponseRow(String status, Content description, Content type) {}
