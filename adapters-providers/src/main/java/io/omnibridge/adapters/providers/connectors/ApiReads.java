package io.omnibridge.adapters.providers.connectors;

import io.omnibridge.adapters.providers.reads.Percent;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Builds requests for listed reads. Values are encoded here, so no value can become another path or another parameter. Not
 * thread-safe.
 */
public final class ApiReads {

    private final StringBuilder path;
    private final StringJoiner query = new StringJoiner("&");

    private ApiReads(String path) {
        this.path = new StringBuilder(path);
    }

    /** Begins a request of a path as the catalogue writes it, with the prefix of its API: it has to be a constant. */
    public static ApiReads of(String path) {
        return new ApiReads(path);
    }

    /** Appends one segment to the path. */
    public ApiReads segment(String value) {
        path.append('/').append(Percent.encode(value));
        return this;
    }

    /** Appends constant text to the path. */
    public ApiReads then(String constant) {
        path.append(constant);
        return this;
    }

    /** Appends a value to the segment under construction, such as the argument of a function. */
    public ApiReads value(String value) {
        path.append(Percent.encode(value));
        return this;
    }

    /** Adds a parameter. */
    public ApiReads with(String name, String value) {
        query.add(Percent.encode(name) + "=" + Percent.encode(value));
        return this;
    }

    /** Adds a parameter. */
    public ApiReads with(String name, int value) {
        return with(name, Integer.toString(value));
    }

    /** Adds a parameter if there is a value. */
    public ApiReads with(String name, Optional<String> value) {
        value.ifPresent(it -> with(name, it));
        return this;
    }

    /** Returns the request as a GET. */
    public ApiRequest get() {
        return request(ReadMethod.GET, Optional.empty());
    }

    /** Returns the request as a POST of a JSON document, for reads that are listed as one. */
    public ApiRequest post(String json) {
        return request(ReadMethod.POST, Optional.of(json));
    }

    private ApiRequest request(ReadMethod method, Optional<String> body) {
        return new ApiRequest(
                method, "", path.toString(), Optional.of(query.toString()).filter(it -> !it.isEmpty()), Map.of(), body);
    }
}
