package io.omnibridge.adapters.http.reference;

import java.util.List;

/** One page of the reference in its table of contents, with its operations. */
public record ReferenceEntry(String name, String title, String description, List<Operation> operations) {}
