package io.omnibridge.adapters.http.route;

import io.javalin.http.Context;
import io.omnibridge.adapters.http.html.HtmlPage;
import io.omnibridge.adapters.http.html.HtmlRenderer;
import io.omnibridge.adapters.http.html.Link;
import io.omnibridge.adapters.http.html.MessagePage;
import io.omnibridge.adapters.http.html.PageContext;
import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.html.PageHeaders;
import io.omnibridge.adapters.http.html.ProblemPages;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.server.RequestAttributes;
import java.util.List;
import java.util.Optional;

/** Responds to browsers with pages instead of JSON. */
final class PageResponses {

    private PageResponses() {}

    /** Returns what a page takes from the request. */
    static PageContext page(Context context) {
        return PageContext.of(
                Optional.ofNullable(context.header("Accept-Language")),
                context.req().getRequestURI());
    }

    /** Marks the response as a page, so that an error becomes a page too. */
    static void prepare(Context context) {
        PageHeaders.set(context.res(), page(context));
    }

    /** Marks the response as a page, at an address that contains a secret. */
    static void prepareForSecretAddress(Context context) {
        PageHeaders.setForSecretAddress(context.res(), page(context));
    }

    static void respond(Context context, int status, HtmlPage page) {
        context.res().setStatus(status);
        context.res().setContentType(HtmlRenderer.CONTENT_TYPE);
        RequestContext.write(context, List.of(HtmlRenderer.toBytes(page)).iterator());
    }

    /** Responds with the message of {@code error}, to a request whose response is prepared. */
    static void respond(Context context, PageException error) {
        context.req().setAttribute(RequestAttributes.PROBLEM, error.code());
        MessagePage page = ProblemPages.of(error, page(context), RequestContext.requestId(context));
        respond(context, error.code().status(), withNext(context, page));
    }

    /** Responds to a browser with an error page; returns false if the client is none. */
    static boolean respond(Context context, ProblemCode code) {
        if (PageHeaders.contextOf(context.res()).isEmpty()) {
            if (!isBelowPages(context) || isOfRoute(context)) {
                return false;
            }
            prepare(context);
        }
        MessagePage page = ProblemPages.of(code, page(context), RequestContext.requestId(context));
        respond(context, code.status(), withNext(context, page));
        return true;
    }

    private static MessagePage withNext(Context context, MessagePage page) {
        return isBelowPages(context)
                ? page.withNext(Link.toAccounts(page.frame().texts()))
                : page;
    }

    /** Returns whether a route took the request, which is one for programs if its response is not prepared. */
    private static boolean isOfRoute(Context context) {
        return context.req().getAttribute(RequestAttributes.ROUTE) != null;
    }

    private static boolean isBelowPages(Context context) {
        return ProblemPages.areShownAt(context.path()) && !context.path().equals(PagePaths.BACK_CHANNEL_LOGOUT);
    }
}
