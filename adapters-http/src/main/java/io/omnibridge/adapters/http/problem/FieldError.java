package io.omnibridge.adapters.http.problem;

/**
 * Error in one member of a request's JSON body.
 *
 * @param pointer JSON pointer to the member (RFC 6901)
 * @param detail what is wrong; never contains the value
 */
public record FieldError(String pointer, String detail) {}
