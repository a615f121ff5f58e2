package io.omnibridge.adapters.http.server;

import io.omnibridge.adapters.http.html.HtmlRenderer;
import io.omnibridge.adapters.http.html.Link;
import io.omnibridge.adapters.http.html.PageContext;
import io.omnibridge.adapters.http.html.PageHeaders;
import io.omnibridge.adapters.http.html.ProblemPages;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.domain.audit.RequestId;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Pages for errors that Jetty detects before a route runs, at the addresses of pages. */
final class EarlyErrorPages {

    private EarlyErrorPages() {}

    /** Returns the page, and sets its headers; empty if the request is not for a page. */
    static Optional<byte[]> of(Request request, Response response, ProblemCode code, RequestId id) {
        return Optional.ofNullable(request.getHttpURI())
                .map(HttpURI::getPath)
                .filter(ProblemPages::areShownAt)
                .map(path -> page(request, path, response, code, id));
    }

    private static byte[] page(Request request, String path, Response response, ProblemCode code, RequestId id) {
        String acceptLanguage = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        PageContext context = PageContext.of(Optional.ofNullable(acceptLanguage), path);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, HtmlRenderer.CONTENT_TYPE);
        PageHeaders.of(context).forEach(response.getHeaders()::put);
        return HtmlRenderer.toBytes(ProblemPages.of(code, context, id).withNext(Link.toAccounts(context.texts())));
    }
}
