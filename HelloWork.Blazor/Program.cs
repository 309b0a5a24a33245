using HelloWork.Blazor.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalShell();

var app = builder.Build();
app.UsePortalShell();
app.Run();
