package io.omnibridge.adapters.http.contract;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares an answer with what openapi.yaml says of the operation that was asked for: its status, every header, its content
 * type and its body. What the document does not say must not happen.
 */
public final class ContractCheck {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    private ContractCheck() {}

    /**
     * Fails unless the answer is documented.
     *
     * @param path what was asked for, with or without its query
     * @return which documented answer it is, such as {@code GET /audit 200}
     */
    public static String verify(String method, String path, Answer answer) {
        String name = DOCUMENT.operationFor(method, path) + " " + answer.status();
        List<String> violations = violations(method, path, answer);
        if (!violations.isEmpty()) {
            throw new AssertionError(method + " " + path + " broke the contract of " + name + ":\n  "
                    + String.join("\n  ", violations) + "\n" + answer);
        }
        return name;
    }

    static List<String> violations(String method, String path, Answer answer) {
        JsonPointer place = DOCUMENT.responses(DOCUMENT.operationFor(method, path))
                .appendProperty(Integer.toString(answer.status()));
        if (DOCUMENT.at(place).isMissingNode()) {
            return List.of("the status " + answer.status() + " is not documented");
        }
        JsonPointer response = DOCUMENT.resolve(place);
        List<String> violations = new ArrayList<>(new HeaderCheck(response).violations(answer));
        BodyCheck body = new BodyCheck(response);
        violations.addAll(method.equals("HEAD") ? body.violationsOfHead(answer) : body.violations(answer));
        return violations;
    }
}
