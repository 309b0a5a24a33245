using HelloWork.Domain.Applications.Documents;
using HelloWork.Tests.Jobs;
