namespace HelloWork.Blazor.Controls;

public static class PostedForm
{
    /// <summary>
    /// Whether this request posts the named form. A page renders that form even where its state no longer offers it (it lapsed,
    /// somebody was faster): the handler then says so, while a form that isn't rendered would answer 400.
    /// </summary>
    public static bool Posts(this HttpContext? http, string formName) =>
        http is { Request.HasFormContentType: true } && http.Request.Form["_handler"] == formName;
}
