package io.omnibridge.adapters.http.problem;

import io.omnibridge.adapters.http.json.JsonWriter;
import java.util.Arrays;

/** Stable, machine-readable codes of problem documents, each with its HTTP status. */
public enum ProblemCode {
    INVALID_REQUEST(400, "Bad Request"),
    UNKNOWN_PROVIDER(400, "Bad Request"),
    SCOPES_REFUSED(400, "Bad Request"),
    RETURN_TO_REQUIRED(400, "Bad Request"),
    RETURN_TO_REFUSED(400, "Bad Request"),
    WRONG_TICKET(400, "Bad Request"),
    UNAUTHENTICATED(401, "Unauthorized"),
    INVALID_TOKEN(401, "Unauthorized"),
    LEASE_ENDED(401, "Unauthorized"),
    INSUFFICIENT_SCOPE(403, "Forbidden"),
    LEASE_REQUIRED(403, "Forbidden"),
    OUTSIDE_LEASE(403, "Forbidden"),
    NOT_A_READ(403, "Forbidden"),
    NOT_GRANTED(403, "Forbidden"),
    FOREIGN_ORIGIN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    REQUEST_TIMEOUT(408, "Request Timeout"),
    QUOTA_EXCEEDED(409, "Conflict"),
    ACCOUNT_CONNECTED(409, "Conflict"),
    TOO_MANY_ATTEMPTS(409, "Conflict"),
    ATTEMPT_NOT_RETURNED(409, "Conflict"),
    ATTEMPT_IN_PROGRESS(409, "Conflict"),
    ATTEMPT_EXPIRED(409, "Conflict"),
    ATTEMPT_FAILED(409, "Conflict"),
    ATTEMPT_COMPLETED(409, "Conflict"),
    NEEDS_RECONNECT(409, "Conflict"),
    NOT_CONFIGURED(409, "Conflict"),
    NOT_USABLE(409, "Conflict"),
    TOO_MANY_LEASES(409, "Conflict"),
    CONTENT_TOO_LARGE(413, "Content Too Large"),
    URI_TOO_LONG(414, "URI Too Long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
    EXPECTATION_FAILED(417, "Expectation Failed"),
    UPGRADE_REQUIRED(426, "Upgrade Required"),
    BUSY(429, "Too Many Requests"),
    RATE_LIMITED(429, "Too Many Requests"),
    REQUEST_HEADER_FIELDS_TOO_LARGE(431, "Request Header Fields Too Large"),
    INTERNAL_ERROR(500, "Internal Server Error"),
    CREDENTIALS_UNREADABLE(500, "Internal Server Error"),
    PROVIDER_FAILED(502, "Bad Gateway"),
    PROVIDER_ERROR(502, "Bad Gateway"),
    PROVIDER_REDIRECT(502, "Bad Gateway"),
    RESPONSE_TOO_LARGE(502, "Bad Gateway"),
    NOT_READY(503, "Service Unavailable"),
    STORE_UNAVAILABLE(503, "Service Unavailable"),
    KEYS_UNAVAILABLE(503, "Service Unavailable"),
    PROVIDER_UNAVAILABLE(503, "Service Unavailable"),
    PROVIDER_TIMEOUT(504, "Gateway Timeout"),
    HTTP_VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Returns the HTTP status (RFC 9110 §15). */
    public int status() {
        return status;
    }

    /** Returns the reason phrase of the status: the title where the type is {@code about:blank} (RFC 9457 §4.2.1). */
    public String title() {
        return title;
    }

    /** Returns the code as it is written in a problem document, such as {@code invalid_request}. */
    public String word() {
        return JsonWriter.word(this);
    }

    /**
     * Returns the code for a status that Jetty or Javalin chose: the first code with that status. A status without a code
     * becomes {@link #INVALID_REQUEST} below 500 and {@link #INTERNAL_ERROR} otherwise.
     */
    public static ProblemCode ofStatus(int status) {
        return Arrays.stream(values())
                .filter(code -> code.status == status)
                .findFirst()
                .orElse(status < 500 ? INVALID_REQUEST : INTERNAL_ERROR);
    }
}
