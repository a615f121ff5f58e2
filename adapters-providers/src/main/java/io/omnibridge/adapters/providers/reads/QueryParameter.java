package io.omnibridge.adapters.providers.reads;

/** One parameter of a query: a name with its value, both decoded. */
record QueryParameter(String name, String value) {}
