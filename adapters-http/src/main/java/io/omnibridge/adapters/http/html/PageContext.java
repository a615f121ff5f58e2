package io.omnibridge.adapters.http.html;

import java.util.Objects;
import java.util.Optional;

/**
 * What a page takes from the request for it.
 *
 * @param texts in the language that the browser prefers
 * @param base leads from the requested address to the root of this service, such as {@code ../../}: links are relative, so that they work
 *     below any path at which a proxy shows the service
 */
public record PageContext(Texts texts, String base) {

    public PageContext {
        Objects.requireNonNull(texts, "texts");
        Objects.requireNonNull(base, "base");
    }

    /**
     * Returns the context of a request.
     *
     * @param acceptLanguage the value of that header field
     * @param path the requested path, as the client sent it
     */
    public static PageContext of(Optional<String> acceptLanguage, String path) {
        int depth = (int) path.chars().filter(c -> c == '/').count() - 1;
        return new PageContext(Languages.of(acceptLanguage), depth > 0 ? "../".repeat(depth) : "./");
    }

    /** Returns a context for a response whose request is not known. Its links work at the root of a host alone. */
    static PageContext ofUnknownRequest(Texts texts) {
        return new PageContext(texts, "/");
    }

    /** Returns the link to a path of this service, such as {@code /ui/accounts}; any other target stays as it is. */
    public String link(String target) {
        return target.startsWith("/") ? base + target.substring(1) : target;
    }
}
