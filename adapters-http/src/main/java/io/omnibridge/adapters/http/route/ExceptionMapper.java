package io.omnibridge.adapters.http.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.omnibridge.adapters.http.html.HtmlRenderer;
import io.omnibridge.adapters.http.html.PageContext;
import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.html.PageHeaders;
import io.omnibridge.adapters.http.html.ProblemPages;
import io.omnibridge.adapters.http.jwt.KeysUnavailable;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.problem.ProblemWriter;
import io.omnibridge.adapters.http.server.RequestAttributes;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps every exception and error to a problem. No other class turns exceptions into responses. */
public final class ExceptionMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionMapper.class);

    /** Frames of a stack trace to log: enough to find the cause, even of a stack overflow with a thousand frames. */
    private static final int MAX_FRAMES = 30;

    private ExceptionMapper() {}

    /** Registers a handler for each kind of exception. */
    public static void register(RoutesConfig config) {
        config.exception(ProblemException.class, (e, context) -> respond(context, e.problem()));
        config.exception(PageException.class, (e, context) -> PageResponses.respond(context, e));
        config.exception(
                MalformedJson.class,
                (e, context) -> respond(context, new Problem(ProblemCode.INVALID_REQUEST, e.getMessage())));
        config.exception(StoreUnavailable.class, (e, context) -> {
            LOG.warn("store unavailable: {}", e.getMessage());
            respond(context, Problem.temporary(ProblemCode.STORE_UNAVAILABLE, "The store did not respond in time."));
        });
        config.exception(
                KeysUnavailable.class,
                (e, context) -> respond(
                        context,
                        Problem.temporary(
                                ProblemCode.KEYS_UNAVAILABLE, "The issuer's keys cannot be fetched at the moment.")));
        config.exception(ProviderUnavailable.class, (e, context) -> {
            LOG.warn("provider unavailable: {}", e.getMessage());
            respond(
                    context,
                    Problem.temporary(ProblemCode.PROVIDER_UNAVAILABLE, "The provider did not respond; retry later."));
        });
        config.exception(CredentialsUnreadable.class, (e, context) -> {
            LOG.error("{}", e.getMessage());
            respond(context, unreadable());
        });
        config.exception(MethodNotAllowedResponse.class, (e, context) -> respond(context, methodNotAllowed(e)));
        config.exception(HttpResponseException.class, (e, context) -> respond(context, ofStatus(e.getStatus())));
        config.exception(Exception.class, (e, context) -> respond(context, unexpected(e)));
    }

    /** Responds to an {@link Error}, for which Javalin hands over the servlet response alone. */
    public static void respondToError(HttpServletResponse response, Throwable e) {
        Problem problem = unexpected(e);
        RequestId requestId = new RequestId(response.getHeader(RequestAttributes.REQUEST_ID_HEADER));
        Optional<PageContext> page = PageHeaders.contextOf(response);
        response.setStatus(problem.code().status());
        response.setContentType(page.isPresent() ? HtmlRenderer.CONTENT_TYPE : ProblemWriter.CONTENT_TYPE);
        try {
            response.getOutputStream()
                    .write(page.map(it -> HtmlRenderer.toBytes(ProblemPages.of(problem.code(), it, requestId)))
                            .orElseGet(() -> ProblemWriter.toBytes(problem, requestId.value())));
        } catch (IOException closed) {
            LOG.debug("the client has closed the connection");
        }
    }

    /**
     * Logs an unexpected exception and returns its problem. The exception's message is dropped: it may contain a secret.
     */
    static Problem unexpected(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "unexpected {} at {}",
                e.getClass().getName(),
                Arrays.asList(trace).subList(0, Math.min(trace.length, MAX_FRAMES)));
        return new Problem(ProblemCode.INTERNAL_ERROR, "The service failed unexpectedly.");
    }

    private static void respond(Context context, Problem problem) {
        context.req().setAttribute(RequestAttributes.PROBLEM, problem.code());
        problem.headers().forEach(context::header);
        if (PageResponses.respond(context, problem.code())) {
            return;
        }
        byte[] body =
                ProblemWriter.toBytes(problem, RequestContext.requestId(context).value());
        context.status(problem.code().status()).contentType(ProblemWriter.CONTENT_TYPE);
        RequestContext.write(context, List.of(body).iterator());
    }

    private static Problem unreadable() {
        return new Problem(
                ProblemCode.CREDENTIALS_UNREADABLE,
                "The stored credentials cannot be opened with the keys of this service; tell its operator.");
    }

    private static Problem methodNotAllowed(MethodNotAllowedResponse e) {
        String allow = Arrays.stream(
                        e.getDetails().getOrDefault("availableMethods", "").split(", ", -1))
                .sorted()
                .collect(Collectors.joining(", "));
        return new Problem(ProblemCode.METHOD_NOT_ALLOWED, "This resource supports only " + allow + ".")
                .withHeader("Allow", allow);
    }

    private static Problem ofStatus(int status) {
        ProblemCode code = ProblemCode.ofStatus(status);
        return new Problem(
                code,
                code == ProblemCode.NOT_FOUND ? "The resource does not exist." : "The request cannot be processed.");
    }
}
