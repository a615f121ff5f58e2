package io.omnibridge.adapters.http.problem;

/**
 * What is wrong with one member of a request's body.
 *
 * @param pointer where it stands (RFC 6901)
 * @param detail what is wrong, never with the value
 */
public record FieldError(String pointer, String detail) {}
