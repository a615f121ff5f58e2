package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * The fields of a form ({@code application/x-www-form-urlencoded} in UTF-8), in their order.
 *
 * @param values those of each field
 */
public record FormFields(Map<String, List<String>> values) {

    /** The field that proves which session the form was made for. */
    public static final String TOKEN = "form_token";

    private static final String TYPE = "application/x-www-form-urlencoded";

    public FormFields {
        values = Map.copyOf(values);
    }

    /** @throws ProblemException if the body is not such a form */
    static FormFields of(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(TYPE)) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be a form, " + TYPE + ".");
        }
        byte[] body = RequestBodies.any(request);
        Map<String, List<String>> values = new HashMap<>();
        try {
            UrlEncoded.decodeUtf8To(
                    new String(body, StandardCharsets.ISO_8859_1),
                    0,
                    body.length,
                    (name, value) -> values.computeIfAbsent(name, it -> new ArrayList<>())
                            .add(value));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        return new FormFields(values);
    }

    /**
     * Returns a field that a form has once.
     *
     * @throws ProblemException if the form repeats it
     */
    public Optional<String> find(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw malformed();
        }
        return all.stream().findFirst();
    }

    /** Returns the values of a field that a form may repeat. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static ProblemException malformed() {
        return new ProblemException(ProblemCode.INVALID_REQUEST, "The form is malformed.");
    }
}
