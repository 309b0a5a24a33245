using HelloWork.Blazor.Employers;
using HelloWork.Blazor.Employers.Drafting;
using HelloWork.Blazor.Jobs;
using HelloWork.Blazor.Jobs.Desk;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Employers.Drafting;

public sealed class JobDraftWordsTests : EmployerPageContext
{
    [Fact]
    public void EveryStepFieldFaultAndRefusal_HasItsWords()
    {
        AssertSaid<JobDraftText>([
            .. Enum.GetValues<JobStep>().Select(s => $"Step.{s}"), .. Enum.GetValues<JobFaultKind>().Select(f => $"Fault.{f}"), .. Enum.GetValues<JobWarningKind>().Select(w => $"Warning.{w}"),
            .. Enum.GetValues<JobQuality>().Select(q => $"Quality.{q}"), .. Enum.GetValues<SaveJobDraftRefusal>().Select(r => $"Refused.{r}"), .. Enum.GetValues<RequestCheckRefusal>().Select(r => $"Request.Refused.{r}"),
            .. Enum.GetValues<JobDraftOrigin>().Select(o => $"Procedure.{o}"), .. Enum.GetValues<Disclosure>().Select(d => $"Disclosure.{d}"),
            .. JobFields.All.Where(f => f.Kind is not JobFieldKind.Kept).Select(f => $"Field.{f.Path}"),
        ]);
        AssertSaid<JobsText>([.. JobFields.Rows.Select(r => $"Field.{r}")]);
        AssertSaid<DeskJobsText>([.. Enum.GetValues<CheckRefusal>().Select(r => $"Refused.{r}"), .. Enum.GetValues<DeskItemState>().Select(s => $"State.{s}")]);
        AssertSaid<EmployersText>([
            .. Enum.GetValues<StartJobDraftRefusal>().Select(r => $"Start.Refused.{r}"), .. Enum.GetValues<EndJobRefusal>().Select(r => $"EndRefused.{r}"),
            .. Enum.GetValues<JobDraftOrigin>().Select(o => $"Drafts.Origin.{o}"), .. Enum.GetValues<JobDraftOrigin>().Where(o => o is not JobDraftOrigin.New).Select(o => $"Start.{o}"),
        ]);
    }

    private void AssertSaid<T>(IEnumerable<string> keys)
    {
        var text = Services.GetRequiredService<IStringLocalizer<T>>();
        Assert.DoesNotContain(keys, key => text[key].ResourceNotFound);
    }
}
