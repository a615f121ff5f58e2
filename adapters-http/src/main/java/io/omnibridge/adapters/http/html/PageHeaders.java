package io.omnibridge.adapters.http.html;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Header fields of every page. They mark a response as a page, so that an error becomes a page too. */
public final class PageHeaders {

    /**
     * Content security policy (CSP Level 3): a page loads its style sheet and images of its own origin, sends forms there, runs no
     * script, and is shown in no frame.
     */
    public static final String SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String SAME_ORIGIN = "same-origin";

    private PageHeaders() {}

    /** Sets the headers of a page. Browsers tell its address to its own origin alone, as forms need. */
    public static void set(HttpServletResponse response, PageContext context) {
        set(response, context, SAME_ORIGIN);
    }

    /** Sets the headers of a page whose address contains a secret: browsers do not tell it even to the page's own origin. */
    public static void setForSecretAddress(HttpServletResponse response, PageContext context) {
        set(response, context, "no-referrer");
    }

    private static void set(HttpServletResponse response, PageContext context, String referrerPolicy) {
        response.setContentType(HtmlRenderer.CONTENT_TYPE);
        of(context, referrerPolicy).forEach(response::setHeader);
    }

    /** Returns the header fields of a page by their names, without the type of its content. */
    public static Map<String, String> of(PageContext context) {
        return of(context, SAME_ORIGIN);
    }

    private static Map<String, String> of(PageContext context, String referrerPolicy) {
        return Map.of(
                "Content-Language",
                context.texts().language(),
                "Content-Security-Policy",
                SECURITY_POLICY,
                "X-Frame-Options",
                "DENY",
                "Referrer-Policy",
                referrerPolicy);
    }

    /** Returns a context in the language that the headers were set for; empty if the response is no page. */
    public static Optional<PageContext> contextOf(HttpServletResponse response) {
        return Optional.ofNullable(response.getHeader("Content-Language"))
                .filter(language -> HtmlRenderer.CONTENT_TYPE.equals(response.getContentType()))
                .map(language -> PageContext.ofUnknownRequest(Texts.in(Locale.forLanguageTag(language))));
    }
}
