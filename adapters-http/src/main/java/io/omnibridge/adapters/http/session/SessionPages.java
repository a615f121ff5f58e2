package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.Link;
import io.omnibridge.adapters.http.html.MessagePage;
import io.omnibridge.adapters.http.html.PageContext;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.RequestContext;
import java.net.URI;

/** The pages of sign-in and sign-out. */
final class SessionPages {

    /** The redirect URI of the sign-in. */
    static final String SIGNED_IN = "/ui/signed-in";

    private SessionPages() {}

    /**
     * Responds with a button.
     *
     * @param key of the texts <i>key</i>{@code .heading}, {@code .text} and {@code .button}
     */
    static void button(RequestContext request, String key, URI continueAt) {
        PageContext context = request.page();
        Texts texts = context.texts();
        request.respond(
                200,
                new SignInPage(
                        Frame.open(context, texts.of(key + ".heading")),
                        texts.of(key + ".text"),
                        texts.of(key + ".button"),
                        continueAt));
    }

    /** Responds with a page that goes on to {@code url}: by itself, and by a link. */
    static void goOn(RequestContext request, String key, URI url) {
        PageContext context = request.page();
        Texts texts = context.texts();
        Frame frame = Frame.open(context, texts.of(key + ".heading")).continuingAt(url);
        request.respond(
                200,
                MessagePage.of(frame, texts.of(key + ".text"))
                        .withNext(new Link(texts.of("link.continue"), url.toString())));
    }

    /** Responds that the sign-in failed, and why. */
    static void failed(RequestContext request, String reason) {
        PageContext context = request.page();
        Texts texts = context.texts();
        Frame frame = Frame.open(context, texts.of("not-signed-in.heading"));
        request.respond(
                400,
                MessagePage.of(frame, texts.of("not-signed-in." + reason))
                        .withNext(toSignIn(texts))
                        .withReference(request.requestId().value()));
    }

    static void signedOut(RequestContext request) {
        PageContext context = request.page();
        request.respond(200, MessagePage.of(context, "signed-out").withNext(toSignIn(context.texts())));
    }

    private static Link toSignIn(Texts texts) {
        return new Link(texts.of("link.sign-in"), PagePaths.SIGN_IN);
    }
}
